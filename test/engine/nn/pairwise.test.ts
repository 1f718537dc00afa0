import { beforeAll, expect, test } from 'vitest';
import { pairwiseLoss, pairwiseSquares } from '../../../src/engine/nn/pairwise';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor } from '../../fixtures/agreement';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

/** Users 0, 2 and 2 chose items 1, 3 and 0, and not 2, 1 and 1. */
const batch = {
  size: 3,
  users: Int32Array.of(0, 2, 2),
  items: Int32Array.of(1, 3, 0, 2, 1, 1),
};
const dim = 2;
const random = createRandom(4);
const tables = () => [normalTensor([3, dim], random), normalTensor([4, dim], random)];

/** Mean over the batch of what a triple of rows comes to. */
function meanOf(triple: (u: Float64Array, i: Float64Array, j: Float64Array) => number) {
  const row = (table: Float64Array, index: number) =>
    table.subarray(index * dim, (index + 1) * dim);
  return (users: Float64Array, items: Float64Array): Float64Array => {
    const terms = Array.from(batch.users, (user, at) =>
      triple(row(users, user), row(items, batch.items[at]), row(items, batch.items[3 + at])),
    );
    return Float64Array.of(terms.reduce((sum, term) => sum + term, 0) / batch.size);
  };
}

const dot = (a: Float64Array, b: Float64Array): number => a[0] * b[0] + a[1] * b[1];

test('the loss is how unlikely it is that each user prefers what they chose', async () => {
  await expectAgreement(
    (users, items) => pairwiseLoss({ users, items }, batch),
    meanOf((u, i, j) => Math.log(1 + Math.exp(dot(u, j) - dot(u, i)))),
    tables(),
    random,
  );
});

test('the squares are those of every row that a triple names', async () => {
  await expectAgreement(
    (users, items) => pairwiseSquares({ users, items }, batch),
    meanOf((u, i, j) => (dot(u, u) + dot(i, i) + dot(j, j)) / 2),
    tables(),
    random,
  );
});

test('rows that no triple names have no slope', async () => {
  const [startUsers, items] = tables();
  const [slope] = tf.valueAndGrads((users: tf.Tensor) =>
    tf.sum(pairwiseLoss({ users, items }, batch)),
  )([startUsers]).grads;
  expect([...(await slope.data())].slice(dim, 2 * dim)).toEqual([0, 0]);
});
