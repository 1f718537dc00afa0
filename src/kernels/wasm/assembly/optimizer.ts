import { sumSegment } from './segments';
import { loadNext, madd, SIZE, storeNext, VECTOR } from './simd';

/**
 * Steps `count` weights against their gradient, in place, and what is remembered of earlier
 * gradients: for Adam (`moments` 2) mean and square, for Adagrad (1) the sum of squares.
 * See `optimizer/rule.ts`.
 */
export function step(
  weights: usize,
  first: usize,
  second: usize,
  gradient: usize,
  count: i32,
  moments: i32,
  rate: f64,
  decay: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
): void {
  const shrink = f32x4.splat(<f32>decay);
  do {
    const g = loadNext(gradient, count);
    let change = f32x4.mul(f32x4.splat(<f32>rate), g);
    if (moments == 2) {
      const mean = mix(loadNext(first, count), g, beta1);
      const square = mix(loadNext(second, count), f32x4.mul(g, g), beta2);
      storeNext(first, mean, count);
      storeNext(second, square, count);
      change = f32x4.div(f32x4.mul(f32x4.splat(<f32>rate), mean), lengthOf(square, epsilon));
    } else if (moments == 1) {
      const sum = madd(g, g, loadNext(first, count));
      storeNext(first, sum, count);
      change = f32x4.div(change, lengthOf(sum, epsilon));
    }
    const weight = loadNext(weights, count);
    storeNext(weights, f32x4.sub(weight, madd(shrink, weight, change)), count);
    weights += VECTOR;
    first += VECTOR;
    second += VECTOR;
    gradient += VECTOR;
    count -= 4;
  } while (count > 0);
}

/** A running mean: `share` of what it was. */
function mix(was: v128, now: v128, share: f64): v128 {
  return madd(f32x4.splat(<f32>share), was, f32x4.mul(f32x4.splat(<f32>(1 - share)), now));
}

function lengthOf(square: v128, epsilon: f64): v128 {
  return f32x4.add(f32x4.sqrt(square), f32x4.splat(<f32>epsilon));
}

/**
 * Steps the rows of `weights` `[…, width]` that segments name, each against the sum of its
 * events' rows of `gradients` `[events, width]`. `order`, `starts` and `rows` are those of
 * `segments.ts`; moments are `stride` bytes apart; `sum` has room for a row.
 */
export function stepRows(
  weights: usize,
  moment: usize,
  stride: i32,
  width: i32,
  gradients: usize,
  order: usize,
  starts: usize,
  rows: usize,
  segments: i32,
  sum: usize,
  moments: i32,
  rate: f64,
  decay: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
): void {
  for (; segments > 0; segments--) {
    sumSegment(sum, gradients, width, order, starts);
    const row = load<i32>(rows) * width * SIZE;
    step(
      weights + row,
      moment + row,
      moment + row + stride,
      sum,
      width,
      moments,
      rate,
      decay,
      beta1,
      beta2,
      epsilon,
    );
    starts += SIZE;
    rows += SIZE;
  }
}
