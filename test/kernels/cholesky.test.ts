import { expect, test } from 'vitest';
import { solveDefinite } from '../../src/kernels/cholesky';
import { createRandom } from '../../src/kernels/random';

test('solves a system known by hand, reading the lower triangle alone', () => {
  const right = Float64Array.of(8, 7);
  solveDefinite(Float64Array.of(4, NaN, 2, 3), right);
  expect(right[0]).toBeCloseTo(1.25, 12);
  expect(right[1]).toBeCloseTo(1.5, 12);
});

test('the matrix times the solution is the right side', () => {
  const [n, random] = [30, createRandom(2)];
  const x = Float64Array.from({ length: n * n }, () => random.normal());
  const matrix = Float64Array.from({ length: n * n }, (_zero, cell) => {
    const [row, column] = [Math.floor(cell / n), cell % n];
    const sum = x.reduce((total, value, i) => {
      return i % n === row ? total + value * x[i - row + column] : total;
    }, 0);
    return sum + (row === column ? 1 : 0);
  });
  const right = Float64Array.from({ length: n }, () => random.normal());
  const solution = right.slice();
  solveDefinite(matrix.slice(), solution);
  right.forEach((value, row) => {
    const product = solution.reduce((sum, number, i) => sum + number * matrix[row * n + i], 0);
    expect(product).toBeCloseTo(value, 9);
  });
});

test('refuses a matrix that is not positive definite', () => {
  const refusal = () => solveDefinite(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1));
  expect(refusal).toThrow(/not positive definite/);
});
