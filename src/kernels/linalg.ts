import * as tf from './tensor';
import { failure } from '../errors';

/** Rows swept at once: large enough for fast products, small enough to invert on the host. */
const blockSize = 128;

/**
 * The inverse of a symmetric positive definite `matrix` `[n, n]`, by sweeping
 * blocks of rows: what is cubic runs as products on the device, and only the
 * diagonal blocks come to the host, in float64. Time is cubic, memory three times
 * the matrix. The caller disposes the result. @throws ConfigError when not definite
 */
export async function invertSymmetric(matrix: tf.Tensor): Promise<tf.Tensor> {
  const [n]: number[] = matrix.shape;
  let swept = tf.clone(matrix);
  for (let from = 0; from < n; from += blockSize) {
    const size = Math.min(blockSize, n - from);
    const block = tf.tidy(() => tf.slice(swept, [from, from], [size, size]));
    const inverse = invertOnHost((await block.data()) as Float32Array, size);
    const next = tf.tidy(() => sweep(swept, tf.tensor2d(inverse, [size, size]), from, size));
    tf.dispose([swept, block]);
    swept = next;
  }
  const inverse = tf.tidy(() => tf.neg(swept));
  swept.dispose();
  return inverse;
}

/**
 * Sweeps the rows `from … from + size - 1` of `a` `[n, n]`, whose block there has
 * `inverse` `[size, size]`. Once all are swept, `a` has become minus its inverse.
 * Goodnight (1979), https://doi.org/10.1080/00031305.1979.10482685
 */
function sweep(a: tf.Tensor, inverse: tf.Tensor, from: number, size: number): tf.Tensor {
  const [n]: number[] = a.shape;
  const after = from + size;
  const rows = tf.slice(a, [from, 0], [size, n]);
  const solved = tf.matMul(inverse, rows); // [size, n]
  const rest = tf.sub(a, tf.matMul(rows, solved, true, false));
  const columns = tf.transpose(solved); // [n, size]

  const leftOf = (x: tf.Tensor): tf.Tensor => tf.slice(x, [0, 0], [x.shape[0], from]);
  const rightOf = (x: tf.Tensor): tf.Tensor => tf.slice(x, [0, after], [x.shape[0], n - after]);
  const middle = tf.concat([leftOf(solved), tf.neg(inverse), rightOf(solved)], 1);
  const outer = (start: number, count: number): tf.Tensor => {
    const part = tf.slice(rest, [start, 0], [count, n]);
    return tf.concat(
      [leftOf(part), tf.slice(columns, [start, 0], [count, size]), rightOf(part)],
      1,
    );
  };
  return tf.concat([outer(0, from), middle, outer(after, n - after)], 0);
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
  /** `[queries, items]`: what each query said of each item, 0 where nothing. */
  readonly targets: tf.Tensor;
  /** Weight of an item about which nothing was said, against 1 for the others. */
  readonly unobserved: number;
  readonly l2: number;
}

/**
 * The vectors `p` `[queries, dim]` that minimize
 * `Σ w (target - p · factor)² + l2 |p|²` over all items, by conjugate gradients:
 * `dim` steps would be exact, and 20 are enough for a ranking.
 * Hu, Koren & Volinsky (2008), https://doi.org/10.1109/ICDM.2008.22
 */
export function solveRidge({ factors, targets, unobserved, l2 }: Ridge): tf.Tensor {
  const said = tf.cast(tf.notEqual(targets, 0), 'float32');
  const weights = tf.add(tf.mul(said, 1 - unobserved), unobserved); // [queries, items]
  const apply = (p: tf.Tensor): tf.Tensor => {
    const scores = tf.mul(weights, tf.matMul(p, factors, false, true));
    return tf.add(tf.matMul(scores, factors), tf.mul(p, l2));
  };
  const dot = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.mul(a, b), 1, true);

  let residual = tf.matMul(targets, factors);
  let solution: tf.Tensor = tf.zerosLike(residual);
  let direction = residual;
  let square = dot(residual, residual);
  const steps = Math.min(factors.shape[1]!, 20);
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
