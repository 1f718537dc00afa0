import { packPanels } from './pack';
import { SIZE } from './simd';
import { multiplyTile, TILE_COLUMNS, TILE_ROWS } from './tile';

/**
 * How much of A and B is packed at a time: a panel of B stays in the first cache, all of A's
 * part in the second. All are whole tiles. `SCRATCH_BYTES` is the room that takes.
 */
const BLOCK_ROWS = 128;
const BLOCK_DEPTH = 256;
const BLOCK_COLUMNS = 512;

const TILE_BYTES = SIZE * TILE_ROWS * TILE_COLUMNS;
const PACKED_A_BYTES = SIZE * BLOCK_ROWS * BLOCK_DEPTH;
const PACKED_B_BYTES = SIZE * BLOCK_DEPTH * BLOCK_COLUMNS;
export const SCRATCH_BYTES = TILE_BYTES + PACKED_A_BYTES + PACKED_B_BYTES;

/**
 * `out` `[rows, columns]` becomes A `[rows, depth]` times B `[depth, columns]`, or has that
 * added to it. Where A or B `isTurned`, its transpose lies at its address. Strides are the
 * numbers from row to row of what lies there. `scratch` has `SCRATCH_BYTES`.
 *
 * Goto & van de Geijn (2008), https://doi.org/10.1145/1356052.1356053
 */
export function multiply(
  out: usize,
  strideOut: i32,
  a: usize,
  strideA: i32,
  isTurnedA: bool,
  b: usize,
  strideB: i32,
  isTurnedB: bool,
  rows: i32,
  depth: i32,
  columns: i32,
  isAdded: bool,
  scratch: usize,
): void {
  const packedA = scratch + TILE_BYTES;
  const packedB = packedA + PACKED_A_BYTES;
  for (let column = 0; column < columns; column += BLOCK_COLUMNS) {
    const width = min(columns - column, BLOCK_COLUMNS);
    for (let inner = 0; inner < depth; inner += BLOCK_DEPTH) {
      const length = min(depth - inner, BLOCK_DEPTH);
      const partB = at(b, strideB, isTurnedB, inner, column);
      packPanels(packedB, TILE_COLUMNS, partB, SIZE * strideB, length, width, isTurnedB);
      for (let row = 0; row < rows; row += BLOCK_ROWS) {
        const height = min(rows - row, BLOCK_ROWS);
        const partA = at(a, strideA, isTurnedA, row, inner);
        packPanels(packedA, TILE_ROWS, partA, SIZE * strideA, length, height, !isTurnedA);
        const target = at(out, strideOut, false, row, column);
        multiplyPacked(
          target,
          SIZE * strideOut,
          height,
          length,
          width,
          isAdded || inner > 0,
          scratch,
        );
      }
    }
  }
}

/** The product of two packed parts, tile by tile; those that reach over the edge go by way of `scratch`. */
function multiplyPacked(
  out: usize,
  stride: i32,
  rows: i32,
  depth: i32,
  columns: i32,
  isAdded: bool,
  scratch: usize,
): void {
  const panelA = TILE_ROWS * depth * SIZE;
  const panelB = TILE_COLUMNS * depth * SIZE;
  let b = scratch + TILE_BYTES + PACKED_A_BYTES;
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    let a = scratch + TILE_BYTES;
    let target = out + column * SIZE;
    for (let row = 0; row < rows; row += TILE_ROWS) {
      if (row + TILE_ROWS <= rows && column + TILE_COLUMNS <= columns) {
        multiplyTile(target, stride, a, b, depth, isAdded);
      } else {
        multiplyTile(scratch, SIZE * TILE_COLUMNS, a, b, depth, false);
        putPart(target, stride, scratch, rows - row, columns - column, isAdded);
      }
      a += panelA;
      target += TILE_ROWS * stride;
    }
    b += panelB;
  }
}

/** The part of a tile that lies within a product of which `rows` and `columns` are left. */
function putPart(
  out: usize,
  stride: i32,
  tile: usize,
  rows: i32,
  columns: i32,
  isAdded: bool,
): void {
  for (let row = 0; row < min(rows, TILE_ROWS); row++) {
    for (let column = 0; column < min(columns, TILE_COLUMNS); column++) {
      const target = out + row * stride + column * SIZE;
      const number = load<f32>(tile + (row * TILE_COLUMNS + column) * SIZE);
      store<f32>(target, isAdded ? load<f32>(target) + number : number);
    }
  }
}

/** Where a number of a matrix is, should the matrix or its transpose lie at `from`. */
function at(from: usize, stride: i32, isTurned: bool, row: i32, column: i32): usize {
  return from + SIZE * (isTurned ? column * stride + row : row * stride + column);
}
