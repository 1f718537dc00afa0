import { failure } from '../errors';

/**
 * Solves `matrix · x = right` in place for a symmetric positive definite `matrix`
 * `[n · n]`, of which the lower triangle is read and overwritten; `right` `[n]` becomes
 * `x`. For small systems, on the host. @throws ConfigError when the matrix is not definite
 */
export function solveDefinite(matrix: Float64Array, right: Float64Array): void {
  const n = right.length;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      const rest = matrix[row * n + column] - dotRows(matrix, n, row, column);
      matrix[row * n + column] = row === column ? rootOf(rest) : rest / matrix[column * n + column];
    }
  }
  for (let row = 0; row < n; row++) {
    let rest = right[row];
    for (let i = 0; i < row; i++) rest -= matrix[row * n + i] * right[i];
    right[row] = rest / matrix[row * n + row];
  }
  for (let row = n - 1; row >= 0; row--) {
    let rest = right[row];
    for (let i = row + 1; i < n; i++) rest -= matrix[i * n + row] * right[i];
    right[row] = rest / matrix[row * n + row];
  }
}

/** The product of two rows, up to the shorter one's diagonal. */
function dotRows(matrix: Float64Array, n: number, row: number, shorter: number): number {
  const [a, b] = [row * n, shorter * n];
  let sum = 0;
  for (let i = 0; i < shorter; i++) sum += matrix[a + i] * matrix[b + i];
  return sum;
}

function rootOf(pivot: number): number {
  if (pivot > 0) return Math.sqrt(pivot);
  throw failure('ConfigError', 'The matrix is not positive definite; raise the regularization.');
}
