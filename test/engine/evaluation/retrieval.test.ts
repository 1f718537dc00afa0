import { beforeAll, expect, test } from 'vitest';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { evaluate } from '../../../src/engine/evaluation/evaluate';
import { recallLost, watchRetrieval } from '../../../src/engine/evaluation/retrieval';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { defineModel, type Model } from '../../../src/engine/models/model';
import { Recommender } from '../../../src/engine/models/recommender';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf } from '../../fixtures/events';
import { start, stranger } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const data = datasetOf([], { users: 1, items: 6 });

/** A model of two stages that retrieves these items for everyone, or one that looks at all. */
function recommenderOf(candidates: readonly number[] | null): Recommender {
  const model: Model = {
    ...defineModel({ ...popularity, name: 'stub' }),
    foldIn: (_weights, queries) => tf.zeros([queries.length, 1]),
    score: (_weights, users) => tf.zeros([users.shape[0], 6]),
    ...(candidates && {
      retrieve: (_weights: object, users: tf.Tensor) =>
        tf.tensor2d(
          Array.from({ length: users.shape[0] }, () => [...candidates]),
          undefined,
          'int32',
        ),
    }),
  };
  return new Recommender({ model, config: {}, items: data.items, users: null, weights: {} });
}

const seeking = (...relevant: number[]): Holdout => ({
  user: 0,
  query: stranger(),
  relevant: new Map(relevant.map((item) => [item, 1])),
});

test('what is relevant and no candidate is lost', async () => {
  const holdouts = [seeking(1), seeking(5), seeking(1, 2, 4, 5)];
  const watch = watchRetrieval(recommenderOf([1, 2, 3, -1]));
  for (const holdout of holdouts) await watch.read([holdout], [holdout.query]);
  expect(Array.from(watch.judge()[recallLost])).toEqual([0, 1, 0.5]);
});

test('an evaluation reports it, of models of two stages alone', async () => {
  const holdouts = [seeking(1), seeking(5)];
  const { metrics, perUser } = await evaluate(recommenderOf([1]), holdouts, data);
  expect([metrics['recall-lost'], ...perUser['recall-lost']]).toEqual([0.5, 0, 1]);
  const whole = await evaluate(recommenderOf(null), holdouts, data);
  expect(whole.metrics).not.toHaveProperty('recall-lost');
});
