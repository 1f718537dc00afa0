import { beforeAll, expect, test } from 'vitest';
import { solveDefinite } from '../../../src/kernels/cholesky';
import * as tf from '../../../src/kernels/tensor';
import { addedAlone, addedToRidge } from '../../../src/engine/nn/explain';
import { said } from '../../../src/engine/nn/fold-in';
import { start, stranger } from '../../fixtures/learning';

const [dim, unobserved, l2] = [3, 0.2, 0.5];
const factors = [
  [1, 0.5, -0.2],
  [0.3, -1, 0.8],
  [-0.6, 0.4, 0.9],
  [0.7, 0.7, 0.1],
  [-0.4, 0.2, -1],
];
const query = stranger(0, 2, 3);
query.history.values.set([1, -1, 0.5]);

/** `A⁻¹ · vector` in float64, for `A = unobserved · YᵀY + (1 - unobserved) · Σ y yᵀ + l2 · I`. */
function solveExactly(vector: readonly number[]): Float64Array {
  const matrix = new Float64Array(dim * dim);
  factors.forEach((factor, item) => {
    const weight = query.history.items.includes(item) ? 1 : unobserved;
    for (let i = 0; i < dim; i++) {
      for (let j = 0; j < dim; j++) matrix[i * dim + j] += weight * factor[i] * factor[j];
    }
  });
  for (let i = 0; i < dim; i++) matrix[i * dim + i] += l2;
  const solution = Float64Array.from(vector);
  solveDefinite(matrix, solution);
  return solution;
}

beforeAll(async () => void (await start('cpu')));

test('divides a product with a ridge solution as its closed form does', async () => {
  const direction = solveExactly(factors[4]);
  const expected = Array.from(query.history.items, (item, event) => {
    const product = factors[item].reduce((sum, x, i) => sum + x * direction[i], 0);
    return query.history.values[event] * product;
  });
  const items = tf.tensor2d(factors);
  const ridge = { factors: items, targets: said([query]), unobserved, l2 };
  const added = await addedToRidge(query, tf.slice(items, 4, 1), ridge).data();
  expect([...added]).toEqual(expected.map((value) => expect.closeTo(value, 5)));
});

test('takes each event alone where scores are sums', async () => {
  const table = tf.tensor2d(factors); // of each item, what it says of three others
  const added = addedAlone(query, 1, (queries) =>
    tf.concat(
      queries.map(({ history }) => tf.mul(tf.slice(table, history.items[0], 1), history.values[0])),
    ),
  );
  expect([...(await added.data())]).toEqual([0.5, -0.4, 0.35].map((x) => expect.closeTo(x, 6)));
});
