import { beforeAll, describe, expect, test } from 'vitest';
import { invertSymmetric, solveRidge } from '../../src/kernels/linalg';
import { toLists } from '../../src/kernels/lists';
import { createRandom } from '../../src/kernels/random';
import { toSparse } from '../../src/kernels/sparse';
import * as tf from '../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../fixtures/agreement';
import { hostBackends, startInNode } from '../fixtures/start-backend';

/** The solution of `matrix · x = right`, by elimination in float64. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let pivot = 0; pivot < n; pivot++) {
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = rows[row][pivot] / rows[pivot][pivot];
      rows[row] = rows[row].map((value, column) => value - factor * rows[pivot][column]);
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

describe.each(hostBackends)('linear algebra on %s', (backend) => {
  beforeAll(async () => void (await startInNode(backend)));

  test('inverts a matrix known by hand', async () => {
    const matrix = Float32Array.of(4, 2, 0, 3); // what is below the diagonal is not read
    await invertSymmetric(matrix, 2);
    expectClose(
      Float64Array.of(matrix[0], matrix[1], matrix[3]),
      Float64Array.of(0.375, -0.25, 0.5),
    );
  });

  // Products of several blocks are slow without WASM.
  test.each(backend === 'wasm' ? [1, 20, 128, 150, 530] : [1, 20, 150])(
    'the inverse times the matrix is one, n = %d',
    async (n) => {
      const x = normalTensor([n, n], createRandom(n));
      const matrix = tf.add(tf.matMul(x, x, true, false), tf.mul(tf.eye(n), n));
      const values = Float32Array.from(await matrix.data());
      await invertSymmetric(values, n);
      const whole = values.map((_value, i) => values[Math.min(i, (i % n) * n + Math.floor(i / n))]);
      const one = tf.matMul(matrix, tf.tensor2d(whole, [n, n]));
      expectClose(await numbersOf(one), await numbersOf(tf.eye(n)));
    },
  );

  test('refuses a matrix that is not positive definite', async () => {
    const matrix = Float32Array.of(1, 2, 2, 1);
    await expect(invertSymmetric(matrix, 2)).rejects.toMatchObject({ name: 'ConfigError' });
  });

  test('leaves nothing on the device', async () => {
    const before = tf.memory().numTensors;
    await invertSymmetric(Float32Array.of(1, 0, 0, 1), 2);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('solves a ridge as the normal equations do', async () => {
    const [items, dim, unobserved, l2] = [9, 4, 0.1, 0.7];
    const factors = normalTensor([items, dim], createRandom(3));
    const targets = [1, 0, 0, 2, 0, 0, -1, 0, 1];
    const told = [0, 3, 6, 8];
    const solved = solveRidge({
      factors,
      targets: toSparse(
        toLists([told, []]),
        Float32Array.from(told, (item) => targets[item]),
      ),
      unobserved,
      l2,
    });
    const f = await numbersOf(factors);
    const sum = (term: (item: number) => number): number =>
      targets.reduce((total, _target, item) => total + term(item), 0);
    const weight = (item: number): number => (targets[item] === 0 ? unobserved : 1);
    const axis = Array.from({ length: dim }, (_zero, i) => i);
    const matrix = axis.map((a) =>
      axis.map(
        (b) =>
          sum((item) => weight(item) * f[item * dim + a] * f[item * dim + b]) + (a === b ? l2 : 0),
      ),
    );
    const right = axis.map((a) => sum((item) => targets[item] * f[item * dim + a]));
    expectClose(await numbersOf(solved), Float64Array.from([...solve(matrix, right), 0, 0, 0, 0]));
  });
});
