import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitDataset } from '../../../../src/engine/data/split';
import { evaluate } from '../../../../src/engine/evaluation/evaluate';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { lstm4Rec } from '../../../../src/engine/models/sequence/lstm4rec';
import { cycle, walkFrom } from '../../../fixtures/cycle';
import { datasetOf } from '../../../fixtures/events';
import { learn, learnWeights, smallConfig, start, stranger } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

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

test('goes by the order', async () => {
  const [there, back] = await recommender.foldIn([stranger(1, 5), stranger(5, 1)]);
  expect(there).not.toEqual(back);
});

test('reads no more than the newest items of a long history', async () => {
  const newest = walkFrom(3, 6);
  const [long, short] = await recommender.score([
    stranger(0, 9, 2, ...newest),
    stranger(...newest),
  ]);
  long.forEach((score, item) => expect(score).toBeCloseTo(short[item], 5));
});

test('tells apart how long a history is', async () => {
  const [one, two] = await recommender.foldIn([stranger(4), stranger(3, 4)]);
  expect(one).not.toEqual(two);
});

test('refuses to learn an order from single interactions', async () => {
  const single = datasetOf([
    [0, 0],
    [1, 1],
  ]);
  await expect(learnWeights(lstm4Rec, single, config)).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringContaining('order'),
  });
});

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
