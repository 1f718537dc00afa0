import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitDataset } from '../../../../src/engine/data/split';
import { evaluate } from '../../../../src/engine/evaluation/evaluate';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { lstm4Rec } from '../../../../src/engine/models/sequence/lstm4rec';
import { cycle } from '../../../fixtures/cycle';
import { learn, smallConfig, start } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';
import { expectOrder, expectOrderNeeded } from '../../../fixtures/order';

const split = splitDataset(cycle(), 'leave-one-out', 1);
const settings = { dim: 16, epochs: 25, learningRate: 0.02, batchSize: 12 };
const config = smallConfig(lstm4Rec, settings);

describe('on a cycle', () => testNextItem(lstm4Rec, settings, { mrr: 0.95, walks: 23, lost: 0 }));

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  recommender = await learn(lstm4Rec, split.train, config);
});
afterAll(() => recommender.dispose());

test('reads the newest of a history, in their order', () => expectOrder(recommender));

test('refuses to learn an order from single interactions', () =>
  expectOrderNeeded(lstm4Rec, config));

test('learns it from a sample of the other items as well', async () => {
  const sampled = await learn(lstm4Rec, split.train, {
    ...config,
    loss: 'sampled-softmax',
    negatives: 12,
  });
  const { metrics } = await evaluate(sampled, split.test, split.train);
  sampled.dispose();
  expect(metrics['mrr@10']).toBeGreaterThan(0.9);
});
