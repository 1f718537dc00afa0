import { loadNext, SIZE, storeNext, VECTOR } from './simd';
import { add, clear } from './vectors';

/**
 * Copies the rows of `table` `[rows, width]` that `indices` `[count]` name to `out`
 * `[count, width]`. Indices outside the table give zeros, as they do on WebGPU.
 */
export function gatherRows(
  out: usize,
  table: usize,
  rows: u32,
  width: i32,
  indices: usize,
  count: i32,
): void {
  for (; count > 0; count--) {
    const index = load<u32>(indices);
    if (index < rows) copyRow(out, table + index * width * SIZE, width);
    else clear(out, width);
    out += width * SIZE;
    indices += SIZE;
  }
}

function copyRow(to: usize, from: usize, width: i32): void {
  do {
    storeNext(to, loadNext(from, width), width);
    to += VECTOR;
    from += VECTOR;
    width -= 4;
  } while (width > 0);
}

/** Adds up the rows of `x` `[rows, width]`, to what is in `sums` `[width]`. */
export function sumRows(sums: usize, x: usize, rows: i32, width: i32): void {
  const stride = width * SIZE;
  for (; rows >= 4; rows -= 4) {
    addFourRows(sums, x, width);
    x += 4 * stride;
  }
  for (; rows > 0; rows--) {
    add(sums, x, width);
    x += stride;
  }
}

/** Four at a time, since going over the sums costs as much as adding to them. */
function addFourRows(sums: usize, x: usize, width: i32): void {
  const stride = width * SIZE;
  do {
    const next = x + stride;
    const third = next + stride;
    const first = f32x4.add(loadNext(x, width), loadNext(next, width));
    const last = f32x4.add(loadNext(third, width), loadNext(third + stride, width));
    storeNext(sums, f32x4.add(loadNext(sums, width), f32x4.add(first, last)), width);
    sums += VECTOR;
    x += VECTOR;
    width -= 4;
  } while (width > 0);
}
