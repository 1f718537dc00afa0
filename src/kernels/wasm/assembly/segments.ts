import { SIZE } from './simd';
import { add, clear } from './vectors';

/** Adds up the rows of one segment's events, in their order. */
export function sumSegment(sum: usize, rows: usize, width: i32, order: usize, starts: usize): void {
  clear(sum, width);
  const end = order + load<i32>(starts, SIZE) * SIZE;
  for (let event = order + load<i32>(starts) * SIZE; event < end; event += SIZE) {
    add(sum, rows + load<i32>(event) * width * SIZE, width);
  }
}

/** Adds to the rows of `table` that segments name: as `stepRows` finds them. */
export function addRows(
  table: usize,
  width: i32,
  added: usize,
  order: usize,
  starts: usize,
  rows: usize,
  segments: i32,
  sum: usize,
): void {
  for (; segments > 0; segments--) {
    sumSegment(sum, added, width, order, starts);
    add(table + load<i32>(rows) * width * SIZE, sum, width);
    starts += SIZE;
    rows += SIZE;
  }
}
