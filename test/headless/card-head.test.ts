import { expect, test } from 'vitest';
import { headOf } from '../../src/headless/card-head';

type Card = Parameters<typeof headOf>[0];

const split = { protocol: 'random', seed: 1, seeds: [1, 2], minValue: 4, hash: 'a', users: 943 };
const compared = { popularity: { metrics: { 'hr@10': 0.25, 'ndcg@10': 0.125 }, difference: {} } };

test('the figures of a card stand in a table, with what they are of', () => {
  const card = {
    split: { ...split, protocol: 'random' as const },
    model: { name: 'ease', config: {} },
    metrics: { 'ndcg@10': 0.5, 'hr@10': 0.75, 'coverage@10': 1 },
    intervals: { 'hr@10': [0.7, 0.8], 'ndcg@10': [0.45, 0.55] },
    compared,
  } satisfies Card;
  expect(headOf(card)).toEqual([
    'model       HR@10                    NDCG@10',
    'ease        0.7500 [0.7000, 0.8000]  0.5000 [0.4500, 0.5500]',
    'popularity  0.2500                   0.1250',
    'Test of 943 users, random, seed 1, 2, values from 4; in brackets, 95 % intervals.',
  ]);
});

test('a model of ratings has its errors in it, and another that has none a dash', () => {
  const [columns, own, other] = headOf({
    split: { ...split, protocol: 'random', minValue: null },
    model: { name: 'biased-mf', config: {} },
    metrics: { rmse: 0.9, mae: 0.7 },
    intervals: { rmse: [0.8, 1], mae: [0.6, 0.8] },
    compared,
  });
  expect(columns).toMatch(/^model +RMSE +MAE$/);
  expect(own).toBe('biased-mf   0.9000 [0.8000, 1.0000]  0.7000 [0.6000, 0.8000]');
  expect(other).toMatch(/^popularity +– +–$/);
});
