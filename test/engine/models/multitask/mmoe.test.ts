import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { mmoe, mmoeLikes, mmoeRatings } from '../../../../src/engine/models/multitask/mmoe';
import {
  answer,
  readItems,
  readUsers,
  startExperts,
} from '../../../../src/engine/models/multitask/experts';
import type { Weights } from '../../../../src/engine/nn/weights';
import { createRandom } from '../../../../src/kernels/random';
import * as tf from '../../../../src/kernels/tensor';
import { normalTensor, numbersOf } from '../../../fixtures/agreement';
import { known, learn, smallConfig, start } from '../../../fixtures/learning';
import { ratedTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

describe('the heads', () => {
  test('say who likes what, and how it is rated', async () => {
    const dataset = ratedTastes({ users: 40, items: 20, chosen: 7 });
    const recommender = await learn(
      mmoe,
      dataset,
      smallConfig(mmoe, { dim: 16, epochs: 20, l2: 0.001 }),
    );
    const query = known(0, ...historyOf(dataset, 0).items);
    const [[likes], [ratings]] = [
      await recommender.score([query]),
      await recommender.rate([query]),
    ];
    const items = Array.from(historyOf(dataset, 0).items);
    const [liked, disliked] = [0, 1].map((taste) => items.filter((item) => item % 2 === taste));
    for (const scores of [likes, ratings]) {
      const lowest = Math.min(...liked.map((item) => scores[item]));
      expect(lowest).toBeGreaterThan(Math.max(...disliked.map((item) => scores[item])));
    }
    expect(liked.every((item) => ratings[item] > 0.4)).toBe(true);
    expect(disliked.every((item) => ratings[item] < -0.4)).toBe(true);
    recommender.dispose();
  });

  test('are two, or one in the twins', () => {
    expect(
      [mmoe, mmoeLikes, mmoeRatings].map(({ scores, rate }) => [scores, Boolean(rate)]),
    ).toEqual([
      ['likes', true],
      ['likes', false],
      [undefined, false],
    ]);
  });
});

test('a head is the softmax of its gates over what its tower makes of each expert', async () => {
  const random = createRandom(2);
  const [dim, experts] = [4, 3];
  const weights = startExperts({ dim, experts }, ['like'], random);
  const gated: Weights = { ...weights, likeUserGate: normalTensor([dim, experts], random) };
  const [p, q] = [normalTensor([1, dim], random), normalTensor([1, dim], random)];
  const found = answer(gated, 'like', readUsers(gated, 'like', p), readItems(gated, 'like', q));
  const names = ['userLayers', 'itemLayers', 'likeUserGate', 'likeTower'] as const;
  const [user, item, gate, tower] = await Promise.all(names.map((name) => numbersOf(gated[name])));
  const [u, v] = [await numbersOf(p), await numbersOf(q)];
  const dot = (x: Float64Array, matrix: Float64Array, columns: number, column: number): number =>
    x.reduce((sum, value, row) => sum + value * matrix[row * columns + column], 0);
  const width = (experts - 1) * dim;
  const stateOf = (expert: number, i: number): number => {
    if (expert === experts - 1) return u[i] * v[i];
    const column = expert * dim + i;
    return Math.max(0, dot(u, user, width, column) + dot(v, item, width, column));
  };
  const gates = Array.from({ length: experts }, (_zero, k) => Math.exp(dot(u, gate, experts, k)));
  const total = gates.reduce((sum, value) => sum + value, 0);
  const expected = gates.reduce((sum, value, k) => {
    const tall = Array.from(tower, (weight, i) => weight * stateOf(k, i));
    return sum + (value / total) * tall.reduce((a, b) => a + b, 0);
  }, 0);
  expect((await numbersOf(found))[0]).toBeCloseTo(expected, 5);
  tf.dispose(found);
});
