import * as tf from './tensor';
import { failure } from '../errors';
import { sampledProduct } from './sampled-product/sampled-product';
import type { Sparse } from './sparse';
import { sparseProduct } from './sparse-product/sparse-product';
import { createTurns } from './turns';

/** Rows swept at once: large enough for fast products, small enough to invert on the host. */
const sweptRows = 128;
/** Rows brought up to date by one product. */
const updatedRows = 512;

/**
 * Replaces a symmetric positive definite `matrix` `[n · n]`, of which only the upper
 * triangle is read, by its inverse: the upper triangle of that. Blocks of rows are
 * swept in turn; what is cubic runs as products on the device, and the blocks on the
 * diagonal are inverted here, in float64. Goodnight (1979),
 * https://doi.org/10.1080/00031305.1979.10482685. Time is cubic, memory one matrix
 * and a few panels. @throws ConfigError when the matrix is not definite
 */
export async function invertSymmetric(matrix: Float32Array, n: number): Promise<void> {
  const turn = createTurns();
  for (let from = 0; from < n; from += sweptRows) {
    await turn();
    const size = Math.min(sweptRows, n - from);
    const panel = symmetricRows(matrix, n, from, size);
    const inverse = invertOnHost(columnsOf(panel, n, from, size), size);
    const solved = await multiply(inverse, panel, [size, size, n]);
    await subtractProduct(matrix, n, panel, solved);
    writeSwept(matrix, n, { from, size, solved, inverse });
  }
  // Sweeping all rows gives minus the inverse.
  for (let i = 0; i < matrix.length; i++) matrix[i] = -matrix[i];
}

/** Rows `from … from + size - 1`, whole, of a matrix stored by its upper triangle: `[size · n]` */
function symmetricRows(matrix: Float32Array, n: number, from: number, size: number): Float32Array {
  const rows = new Float32Array(size * n);
  for (let row = 0; row < size; row++) {
    const i = from + row;
    for (let j = 0; j < i; j++) rows[row * n + j] = matrix[j * n + i];
    rows.set(matrix.subarray(i * n + i, (i + 1) * n), row * n + i);
  }
  return rows;
}

/** Columns `from … from + size - 1` of `panel` `[rows · n]`: `[rows · size]` */
function columnsOf(panel: Float32Array, n: number, from: number, size: number): Float32Array {
  const rows = panel.length / n;
  const columns = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) {
    columns.set(panel.subarray(row * n + from, row * n + from + size), row * size);
  }
  return columns;
}

/** `matrix -= panelᵀ · solved`, its upper triangle at least; panels are `[swept · n]`. */
async function subtractProduct(
  matrix: Float32Array,
  n: number,
  panel: Float32Array,
  solved: Float32Array,
): Promise<void> {
  const swept = panel.length / n;
  for (let from = 0; from < n; from += updatedRows) {
    const [size, width] = [Math.min(updatedRows, n - from), n - from];
    const left = transposed(columnsOf(panel, n, from, size), swept, size);
    const product = await multiply(left, columnsOf(solved, n, from, width), [size, swept, width]);
    for (let row = 0; row < size; row++) {
      const target = (from + row) * n + from;
      for (let column = row; column < width; column++) {
        matrix[target + column] -= product[row * width + column];
      }
    }
  }
}

interface Swept {
  readonly from: number;
  readonly size: number;
  /** `inverse · rows`, `[size · n]` */
  readonly solved: Float32Array;
  /** Of the block on the diagonal, `[size · size]`. */
  readonly inverse: Float32Array;
}

/** The swept rows and columns: solved, and minus the inverse where they cross. */
function writeSwept(matrix: Float32Array, n: number, { from, size, solved, inverse }: Swept): void {
  for (let row = 0; row < size; row++) {
    const i = from + row;
    for (let j = 0; j < from; j++) matrix[j * n + i] = solved[row * n + j];
    for (let j = i; j < from + size; j++) matrix[i * n + j] = -inverse[row * size + j - from];
    matrix.set(solved.subarray(row * n + from + size, (row + 1) * n), i * n + from + size);
  }
}

function transposed(x: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(x.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = x[row * columns + column];
    }
  }
  return result;
}

/** `[rows, inner] · [inner, columns]` on the device, read back. */
async function multiply(
  a: Float32Array,
  b: Float32Array,
  [rows, inner, columns]: readonly [number, number, number],
): Promise<Float32Array> {
  const product = tf.tidy(() =>
    tf.matMul(tf.tensor2d(a, [rows, inner]), tf.tensor2d(b, [inner, columns])),
  );
  const values = (await product.data()) as Float32Array;
  product.dispose();
  return values;
}

/** Gauss–Jordan in float64, without pivoting: definite matrices need none. */
function invertOnHost(values: Float32Array, n: number): Float32Array {
  const a = Float64Array.from(values);
  for (let pivot = 0; pivot < n; pivot++) {
    const scale = a[pivot * n + pivot];
    if (!(scale > 0)) {
      throw failure(
        'ConfigError',
        'The matrix is not positive definite; raise the regularization.',
      );
    }
    a[pivot * n + pivot] = 1;
    for (let column = 0; column < n; column++) a[pivot * n + column] /= scale;
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = a[row * n + pivot];
      a[row * n + pivot] = 0;
      for (let column = 0; column < n; column++) {
        a[row * n + column] -= factor * a[pivot * n + column];
      }
    }
  }
  return Float32Array.from(a);
}

export interface Ridge {
  /** `[items, dim]` */
  readonly factors: tf.Tensor;
  /** `[queries, items]`: what each query said of some items. */
  readonly targets: Sparse;
  /** Weight of an item about which nothing was said, whose target is 0, against 1 for the others. */
  readonly unobserved: number;
  /** For all, or for each: `[queries, 1]`. */
  readonly l2: number | tf.Tensor;
}

/**
 * The vectors `p` `[queries, dim]` that minimize
 * `Σ w (target - p · factor)² + l2 |p|²` over all items, by conjugate gradients:
 * `dim` steps would be exact, and 20 are enough for a ranking. Time is linear in what was
 * said. Hu, Koren & Volinsky (2008), https://doi.org/10.1109/ICDM.2008.22; Takács,
 * Pilászy & Tikk (2011), https://doi.org/10.1145/2043932.2043987
 */
export function solveRidge(ridge: Ridge): tf.Tensor {
  const { factors, targets } = ridge;
  return solveSystem(ridge, sparseProduct(targets, factors), Math.min(factors.shape[1]!, 20));
}

/**
 * The solution for other right sides `right` `[queries, dim]` of the systems that
 * `solveRidge` solves, whose matrices the values of `targets` do not enter, in so many steps.
 */
export function solveSystem(
  { factors, targets, unobserved, l2 }: Ridge,
  right: tf.Tensor,
  steps: number,
): tf.Tensor {
  // What would hold if nothing had been said: the same matrix for all.
  const gram = tf.mul(tf.matMul(factors, factors, true, false), unobserved);
  const apply = (p: tf.Tensor): tf.Tensor => {
    const common = tf.add(tf.matMul(p, gram), tf.mul(p, l2));
    const values = tf.mul(sampledProduct(p, factors, targets), 1 - unobserved);
    return tf.add(common, sparseProduct({ ...targets, values }, factors));
  };
  const dot = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.mul(a, b), 1, true);

  let residual = right;
  let solution: tf.Tensor = tf.zerosLike(residual);
  let direction = residual;
  let square = dot(residual, residual);
  for (let step = 0; step < steps; step++) {
    const image = apply(direction);
    // The small numbers keep a query that said nothing at zero instead of 0 / 0.
    const length = tf.div(square, tf.add(dot(direction, image), 1e-20));
    solution = tf.add(solution, tf.mul(direction, length));
    residual = tf.sub(residual, tf.mul(image, length));
    const nextSquare = dot(residual, residual);
    direction = tf.add(residual, tf.mul(direction, tf.div(nextSquare, tf.add(square, 1e-20))));
    square = nextSquare;
  }
  return solution;
}
