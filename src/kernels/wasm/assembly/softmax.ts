import { expOf } from './exp';
import { loadNext, SIZE, storeNext, sumOf, VECTOR } from './simd';
import { largest, scale } from './vectors';

/** Each row of `x` `[rows, columns]` as probabilities, in `out`, which may be `x`. */
export function softmax(out: usize, x: usize, rows: i32, columns: i32): void {
  for (; rows > 0; rows--) {
    const sum = expBelow(out, x, columns, largest(x, columns));
    scale(out, columns, 1 / sum);
    out += columns * SIZE;
    x += columns * SIZE;
  }
}

/** `exp(x - highest)` of `count` numbers, and the sum of these. */
export function expBelow(out: usize, x: usize, count: i32, highest: f32): f32 {
  const shift = f32x4.splat(highest);
  let sum = f32x4.splat(0);
  do {
    storeNext(out, expOf(f32x4.sub(loadNext(x, count), shift)), count);
    sum = f32x4.add(sum, loadNext(out, count));
    out += VECTOR;
    x += VECTOR;
    count -= 4;
  } while (count > 0);
  return sumOf(sum);
}
