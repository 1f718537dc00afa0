import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { sasRec } from '../../../../src/engine/models/sequence/sasrec';
import { cycle, walkFrom } from '../../../fixtures/cycle';
import { expectAttention } from '../../../fixtures/attention';
import { datasetOf } from '../../../fixtures/events';
import { learn, learnWeights, smallConfig, start, stranger } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

const settings = { dim: 16, epochs: 25, learningRate: 0.02, batchSize: 12 };
const config = smallConfig(sasRec, settings);

describe('on a cycle', () => testNextItem(sasRec, settings, { mrr: 0.95, walks: 23 }));

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  recommender = await learn(sasRec, cycle(), config);
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

test('says how it divides its attention among what it reads', () =>
  expectAttention(recommender, 6));

test('refuses to learn an order from single interactions', async () => {
  const single = datasetOf([
    [0, 0],
    [1, 1],
  ]);
  await expect(learnWeights(sasRec, single, config)).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringContaining('order'),
  });
});

test('refuses heads that do not divide the embedding', async () => {
  const uneven = { ...config, dim: 16, heads: 3 };
  await expect(learnWeights(sasRec, cycle(), uneven)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining('“heads” (3) must divide “dim” (16)'),
  });
});
