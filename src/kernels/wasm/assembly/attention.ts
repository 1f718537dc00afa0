import { fourBelow, randomBits, scramble } from './counter-random';
import { expOf } from './exp';
import { loadNext, madd, SIZE, storeNext, sumOf, VECTOR } from './simd';
import { clear, dot, largest, scale as multiplyAll } from './vectors';

/**
 * Turns affinities `[queries, keys]` into probabilities, of which a query sees as many as
 * `seen`, one more each if `isCausal`; 0 is what it does not see. Where random bits are below
 * `threshold`, a probability is dropped: its sign is turned. `shares` become what is left,
 * times `kept`. Rows of the randomness are `row`, `row + rowStep`, …, its places `place`, ….
 */
export function attend(
  affinities: usize,
  shares: usize,
  queries: i32,
  keys: i32,
  seen: i32,
  isCausal: bool,
  scale: f32,
  threshold: u32,
  kept: f32,
  seed: u32,
  row: u32,
  rowStep: u32,
  place: u32,
): void {
  for (; queries > 0; queries--) {
    const sum = expScaled(affinities, seen, largest(affinities, seen), scale);
    multiplyAll(affinities, seen, 1 / sum);
    if (threshold > 0) turnSigns(affinities, seen, threshold, randomBits(seed, row), place);
    clear(affinities + seen * SIZE, keys - seen);
    keep(shares, affinities, keys, kept);
    affinities += keys * SIZE;
    shares += keys * SIZE;
    row += rowStep;
    if (isCausal) seen++;
  }
}

/** `exp(scale (x - highest))` of `count` numbers in place, and the sum of these. */
function expScaled(x: usize, count: i32, highest: f32, scale: f32): f32 {
  let sum = f32x4.splat(0);
  do {
    const below = f32x4.sub(loadNext(x, count), f32x4.splat(highest));
    storeNext(x, expOf(f32x4.mul(f32x4.splat(scale), below)), count);
    sum = f32x4.add(sum, loadNext(x, count));
    x += VECTOR;
    count -= 4;
  } while (count > 0);
  return sumOf(sum);
}

function turnSigns(x: usize, count: i32, threshold: u32, key: u32, place: u32): void {
  let word = scramble(key) + place;
  do {
    const signs = i32x4.shl(fourBelow(word, threshold), 31);
    storeNext(x, v128.xor(loadNext(x, count), signs), count);
    x += VECTOR;
    word += 4;
    count -= 4;
  } while (count > 0);
}

/** What was not dropped, scaled up. */
function keep(shares: usize, probabilities: usize, count: i32, kept: f32): void {
  do {
    const left = f32x4.pmax(loadNext(probabilities, count), f32x4.splat(0));
    storeNext(shares, f32x4.mul(left, f32x4.splat(kept)), count);
    shares += VECTOR;
    probabilities += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** Turns `slopes`, the gradient of the shares, into that of the affinities, and fills `shares`. */
export function attendBack(
  probabilities: usize,
  slopes: usize,
  shares: usize,
  queries: i32,
  keys: i32,
  seen: i32,
  isCausal: bool,
  scale: f32,
  kept: f32,
): void {
  for (; queries > 0; queries--) {
    keep(shares, probabilities, keys, kept);
    const mean = dot(shares, slopes, seen);
    bend(slopes, shares, probabilities, seen, mean, scale);
    clear(slopes + seen * SIZE, keys - seen);
    probabilities += keys * SIZE;
    slopes += keys * SIZE;
    shares += keys * SIZE;
    if (isCausal) seen++;
  }
}

/** Back through the softmax: `scale (shares slopes - |probabilities| mean)`. */
function bend(
  slopes: usize,
  shares: usize,
  probabilities: usize,
  count: i32,
  mean: f32,
  scale: f32,
): void {
  do {
    const taken = f32x4.mul(f32x4.abs(loadNext(probabilities, count)), f32x4.splat(-mean));
    const slope = madd(loadNext(shares, count), loadNext(slopes, count), taken);
    storeNext(slopes, f32x4.mul(f32x4.splat(scale), slope), count);
    slopes += VECTOR;
    shares += VECTOR;
    probabilities += VECTOR;
    count -= 4;
  } while (count > 0);
}
