import { SIZE, VECTOR } from './simd';

/**
 * Lays a matrix `[depth, count]` out in panels of `width` columns, 4 or 8: a panel's rows
 * follow one another, and zeros fill the last panel up. Where the matrix is `isTurned`, what
 * lies at `from` is its transpose. `stride` is the bytes between the rows that lie there.
 */
export function packPanels(
  to: usize,
  width: i32,
  from: usize,
  stride: i32,
  depth: i32,
  count: i32,
  isTurned: bool,
): void {
  const step = width * SIZE;
  for (let first = 0; first < count; first += width) {
    for (let column = first; column < first + width; column += 4) {
      const start = from + column * (isTurned ? stride : SIZE);
      const target = to + (column - first) * SIZE;
      const isWhole = column + 4 <= count;
      if (isWhole && isTurned) turnFour(target, step, start, stride, depth);
      else if (isWhole) copyFour(target, step, start, stride, depth);
      else copySome(target, step, start, stride, depth, max(count - column, 0), isTurned);
    }
    to += depth * step;
  }
}

/** Four columns of a matrix, that is, four numbers of each row. */
function copyFour(to: usize, step: i32, from: usize, stride: i32, depth: i32): void {
  for (; depth > 0; depth--) {
    v128.store(to, v128.load(from));
    to += step;
    from += stride;
  }
}

/** Four rows that lie at `from` as four columns, four by four numbers at a time. */
function turnFour(to: usize, step: i32, from: usize, stride: i32, depth: i32): void {
  for (; depth >= 4; depth -= 4) {
    const a = v128.load(from);
    const b = v128.load(from + stride);
    const c = v128.load(from + 2 * stride);
    const d = v128.load(from + 3 * stride);
    const abFirst = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const cdFirst = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const abLast = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdLast = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(abFirst, cdFirst, 0, 1, 4, 5));
    v128.store(to + step, v128.shuffle<f32>(abFirst, cdFirst, 2, 3, 6, 7));
    v128.store(to + 2 * step, v128.shuffle<f32>(abLast, cdLast, 0, 1, 4, 5));
    v128.store(to + 3 * step, v128.shuffle<f32>(abLast, cdLast, 2, 3, 6, 7));
    to += 4 * step;
    from += VECTOR;
  }
  copySome(to, step, from, stride, depth, 4, true);
}

/** The first `count` of four columns, and zeros for the rest. */
function copySome(
  to: usize,
  step: i32,
  from: usize,
  stride: i32,
  depth: i32,
  count: i32,
  isTurned: bool,
): void {
  const down = isTurned ? SIZE : stride;
  const across = isTurned ? stride : SIZE;
  for (; depth > 0; depth--) {
    for (let column = 0; column < 4; column++) {
      const number = column < count ? load<f32>(from + column * across) : 0;
      store<f32>(to + column * SIZE, number);
    }
    to += step;
    from += down;
  }
}
