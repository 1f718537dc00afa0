import { loadNext, madd, SIZE, storeNext, VECTOR } from './simd';
import { dot } from './vectors';

/** Columns of a table that are gone through at once: what all rows have of them stays in a cache. */
const BLOCK = 16;

/**
 * Weighted sums of those rows of `table` `[…, width]` that sparse rows name: `sums` `[rows,
 * width]`. Row `r` has the `indices` and `values` from `offsets[r]` to `offsets[r + 1]`.
 */
export function sparseProduct(
  sums: usize,
  offsets: usize,
  indices: usize,
  values: usize,
  table: usize,
  rows: i32,
  width: i32,
): void {
  let column = 0;
  for (; column + BLOCK <= width; column += BLOCK) {
    for (let row = 0; row < rows; row++) {
      const at = offsets + row * SIZE;
      const to = sums + (row * width + column) * SIZE;
      sumBlock(
        to,
        load<i32>(at),
        load<i32>(at + SIZE),
        indices,
        values,
        table + column * SIZE,
        width,
      );
    }
  }
  for (; column < width; column += 4) {
    for (let row = 0; row < rows; row++) {
      const at = offsets + row * SIZE;
      let sum = f32x4.splat(0);
      for (let entry = load<i32>(at); entry < load<i32>(at + SIZE); entry++) {
        const from = table + (load<i32>(indices + entry * SIZE) * width + column) * SIZE;
        sum = madd(v128.load32_splat(values + entry * SIZE), loadNext(from, width - column), sum);
      }
      storeNext(sums + (row * width + column) * SIZE, sum, width - column);
    }
  }
}

/** The sums of 16 columns, in registers. */
function sumBlock(
  to: usize,
  entry: i32,
  end: i32,
  indices: usize,
  values: usize,
  table: usize,
  width: i32,
): void {
  let first = f32x4.splat(0);
  let second = f32x4.splat(0);
  let third = f32x4.splat(0);
  let fourth = f32x4.splat(0);
  for (; entry < end; entry++) {
    const value = v128.load32_splat(values + entry * SIZE);
    const from = table + load<i32>(indices + entry * SIZE) * width * SIZE;
    first = madd(value, v128.load(from), first);
    second = madd(value, v128.load(from, VECTOR), second);
    third = madd(value, v128.load(from, 2 * VECTOR), third);
    fourth = madd(value, v128.load(from, 3 * VECTOR), fourth);
  }
  v128.store(to, first);
  v128.store(to, second, VECTOR);
  v128.store(to, third, 2 * VECTOR);
  v128.store(to, fourth, 3 * VECTOR);
}

/** Dot products of each row of `x` `[rows, width]` with the rows of `table` that it names. */
export function sampledProduct(
  products: usize,
  x: usize,
  table: usize,
  offsets: usize,
  indices: usize,
  rows: i32,
  width: i32,
): void {
  for (let row = 0; row < rows; row++) {
    const at = offsets + row * SIZE;
    for (let entry = load<i32>(at); entry < load<i32>(at + SIZE); entry++) {
      const other = table + load<i32>(indices + entry * SIZE) * width * SIZE;
      store<f32>(products + entry * SIZE, dot(x + row * width * SIZE, other, width));
    }
  }
}
