import { beforeAll, describe, expect, test } from 'vitest';
import { differentiate } from '../../../src/kernels/differentiate';
import { lookupSum } from '../../../src/kernels/lookup-sum/lookup-sum';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { factorAt } from '../../fixtures/dropped';

const cases = [
  {
    rows: [5, 3],
    dim: 4,
    indices: [
      [4, 0, 4, 4, 1],
      [0, 1, 2, 1, 0],
    ],
  },
  { rows: [2, 1], dim: 3, indices: [[1], [0]] },
  {
    rows: [1, 7],
    dim: 13,
    indices: [
      [0, 0],
      [6, 6],
    ],
  },
];

describe.each(backends)('a sum of lookups on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  for (const { rows, dim, indices } of cases) {
    const [first, second] = indices.map((list) => Int32Array.from(list));
    test.each([0, 0.4])(`of ${first.length} rows of ${dim}, dropped: %d`, async (rate) => {
      const random = createRandom(5);
      const dropped = { factor: 8, rate, seed: random.bits() };
      await expectAgreement(
        (a, b) => lookupSum({ table: a, indices: first }, { table: b, indices: second }, dropped),
        (a, b) =>
          Float64Array.from({ length: first.length * dim }, (_zero, i) => {
            const [event, column] = [Math.floor(i / dim), i % dim];
            const sum = 8 * a[first[event] * dim + column] + b[second[event] * dim + column];
            return sum * factorAt(i, dropped);
          }),
        rows.map((count) => normalTensor([count, dim], random)),
        random,
      );
    });
  }

  test('of tables that are learned has slopes along their rows alone', async () => {
    const [a, b] = [tf.ones([3, 2]), tf.ones([4, 2])];
    const [first, second] = [Int32Array.of(2, 2), Int32Array.of(0, 3)];
    const { loss, gradients } = differentiate([a, b], () =>
      tf.sum(
        lookupSum(
          { table: a, indices: first },
          { table: b, indices: second },
          { factor: 3, rate: 0, seed: 0 },
        ),
      ),
    );
    expect((await loss.data())[0]).toBe(16);
    expect(gradients.map(({ dense }) => dense)).toEqual([null, null]);
    const found = gradients.map(({ rows }) => rows.map(({ indices }) => indices));
    expect(found).toEqual([[first], [second]]);
    expect(Array.from(await numbersOf(gradients[0].rows[0].gradients))).toEqual([3, 3, 3, 3]);
    expect(Array.from(await numbersOf(gradients[1].rows[0].gradients))).toEqual([1, 1, 1, 1]);
  });
});
