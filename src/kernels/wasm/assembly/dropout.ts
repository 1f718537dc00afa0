import { fourBelow, scramble } from './counter-random';
import { loadNext, storeNext, VECTOR } from './simd';

/**
 * The `count` numbers at `x` times `kept`, but 0 where random bits are below `threshold`,
 * plus those at `base` unless it is null.
 */
export function drop(
  out: usize,
  base: usize,
  x: usize,
  count: i32,
  threshold: u32,
  kept: f32,
  seed: u32,
): void {
  let word = scramble(seed);
  do {
    const scaled = f32x4.mul(loadNext(x, count), f32x4.splat(kept));
    const rest = v128.andnot(scaled, fourBelow(word, threshold));
    storeNext(out, base ? f32x4.add(loadNext(base, count), rest) : rest, count);
    if (base) base += VECTOR;
    out += VECTOR;
    x += VECTOR;
    word += 4;
    count -= 4;
  } while (count > 0);
}
