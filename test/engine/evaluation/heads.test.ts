import { beforeAll, expect, test } from 'vitest';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { createHeads } from '../../../src/engine/evaluation/heads';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { defineModel, type Model } from '../../../src/engine/models/model';
import { Recommender } from '../../../src/engine/models/recommender';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf } from '../../fixtures/events';
import { start, stranger } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

/** Everyone's scores are 2, 1, 0, -1 for the four items, and half of that is the preference. */
function twoHeaded({
  hasRate = true,
  ...changes
}: Partial<Model> & { hasRate?: boolean }): Recommender {
  const scores = (users: tf.Tensor, factor: number): tf.Tensor =>
    tf.mul(tf.ones([users.shape[0], 4]), tf.tensor1d([2, 1, 0, -1].map((s) => s * factor)));
  const model: Model = {
    ...defineModel({ ...popularity, name: 'stub', needs: ['ratings'] }),
    score: (_weights, users) => scores(users, 1),
    ...(hasRate && { rate: (_weights: object, users: tf.Tensor) => scores(users, 0.5) }),
    ...changes,
  };
  const { items } = datasetOf([], { users: 1, items: 4 });
  return new Recommender({ model, config: {}, items, users: null, weights: {} });
}

const holdouts: readonly Holdout[] = [
  {
    user: 0,
    query: stranger(),
    relevant: new Map([
      [0, 1],
      [3, -1],
    ]),
  },
  {
    user: 0,
    query: stranger(),
    relevant: new Map([
      [2, 0.5],
      [1, -0.5],
    ]),
  },
];

async function judge(recommender: Recommender) {
  const heads = createHeads(recommender);
  for (const holdout of holdouts) await heads.read([holdout], [holdout.query]);
  return heads.judge(holdouts, [1, 5]);
}

test('likes are judged as probabilities, within users and over all', async () => {
  const { metrics } = await judge(twoHeaded({ scores: 'likes' }));
  expect(metrics.gauc).toBe(0.5); // right for the first user, wrong for the second
  expect(metrics.auc).toBe(0.75);
  const chances = [2, -1, 0, 1].map((score) => 1 / (1 + Math.exp(-score)));
  const [a, b, c, d] = chances;
  const expected = -(Math.log(a) + Math.log(1 - b) + Math.log(c) + Math.log(1 - d)) / 4;
  expect(metrics['log-loss']).toBeCloseTo(expected, 6);
  expect(metrics['calibration-ratio']).toBeCloseTo((a + b + c + d) / 2, 6);
});

test('ratings are judged by the head for them', async () => {
  const { metrics, predictions } = await judge(twoHeaded({ scores: 'likes' }));
  expect(Array.from(predictions!.predicted)).toEqual([5, 2, 3, 4]);
  expect(metrics.mae).toBe((0 + 1 + 1 + 2) / 4);
});

test('what a model has no head for is not judged', async () => {
  const onlyLikes = await judge(twoHeaded({ scores: 'likes', hasRate: false }));
  expect(onlyLikes.predictions).toBeNull();
  expect(onlyLikes.metrics).not.toHaveProperty('rmse');
  const onlyRatings = await judge(twoHeaded({}));
  expect(onlyRatings.metrics).not.toHaveProperty('auc');
  expect((await judge(twoHeaded({ needs: [] }))).metrics).toEqual({});
});
