import { madd, VECTOR } from './simd';

/** Rows and columns of the product that are kept in registers while its sums grow. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;

const STEP_A = VECTOR;
const STEP_B = 2 * VECTOR;

/**
 * A `[4, depth]` times B `[depth, 8]`, both packed so that the loop reads them from end to
 * end: `out` `[4, 8]`, whose rows are `stride` bytes apart. `depth` is at least 1.
 *
 * Two steps at a time, with an exit between them that also keeps V8 from loading both at the
 * start, for which there are not registers enough. A's numbers are spread by shuffles, which
 * run beside the sums, and cost less than loads that spread.
 */
export function multiplyTile(
  out: usize,
  stride: i32,
  a: usize,
  b: usize,
  depth: i32,
  isAdded: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const end = a + depth * STEP_A;
  const last = end - STEP_A;
  do {
    let rows = v128.load(a);
    let left = v128.load(b);
    let right = v128.load(b, VECTOR);
    let row = v128.shuffle<f32>(rows, rows, 0, 0, 0, 0);
    c00 = madd(row, left, c00);
    c01 = madd(row, right, c01);
    row = v128.shuffle<f32>(rows, rows, 1, 1, 1, 1);
    c10 = madd(row, left, c10);
    c11 = madd(row, right, c11);
    row = v128.shuffle<f32>(rows, rows, 2, 2, 2, 2);
    c20 = madd(row, left, c20);
    c21 = madd(row, right, c21);
    row = v128.shuffle<f32>(rows, rows, 3, 3, 3, 3);
    c30 = madd(row, left, c30);
    c31 = madd(row, right, c31);
    if (a == last) break;

    rows = v128.load(a, STEP_A);
    left = v128.load(b, STEP_B);
    right = v128.load(b, STEP_B + VECTOR);
    row = v128.shuffle<f32>(rows, rows, 0, 0, 0, 0);
    c00 = madd(row, left, c00);
    c01 = madd(row, right, c01);
    row = v128.shuffle<f32>(rows, rows, 1, 1, 1, 1);
    c10 = madd(row, left, c10);
    c11 = madd(row, right, c11);
    row = v128.shuffle<f32>(rows, rows, 2, 2, 2, 2);
    c20 = madd(row, left, c20);
    c21 = madd(row, right, c21);
    row = v128.shuffle<f32>(rows, rows, 3, 3, 3, 3);
    c30 = madd(row, left, c30);
    c31 = madd(row, right, c31);
    a += 2 * STEP_A;
    b += 2 * STEP_B;
  } while (a != end);

  putRow(out, c00, c01, isAdded);
  putRow(out + stride, c10, c11, isAdded);
  putRow(out + 2 * stride, c20, c21, isAdded);
  putRow(out + 3 * stride, c30, c31, isAdded);
}

function putRow(out: usize, left: v128, right: v128, isAdded: bool): void {
  if (isAdded) {
    left = f32x4.add(left, v128.load(out));
    right = f32x4.add(right, v128.load(out, VECTOR));
  }
  v128.store(out, left);
  v128.store(out, right, VECTOR);
}
