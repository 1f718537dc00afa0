import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitDataset } from '../../../../src/engine/data/split';
import { evaluate } from '../../../../src/engine/evaluation/evaluate';
import { popularity } from '../../../../src/engine/models/classical/popularity';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { sasRec } from '../../../../src/engine/models/sequence/sasrec';
import { cycle, nextOf, walkFrom } from '../../../fixtures/cycle';
import { expectAttention } from '../../../fixtures/attention';
import { datasetOf } from '../../../fixtures/events';
import { learn, learnWeights, smallConfig, start, stranger } from '../../../fixtures/learning';

const split = splitDataset(cycle(), 'leave-one-out', 1);
const config = smallConfig(sasRec, { dim: 16, epochs: 25, learningRate: 0.02, batchSize: 12 });

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  recommender = await learn(sasRec, split.train, config);
});
afterAll(() => recommender.dispose());

test('learns what comes next, where popularity knows nothing', async () => {
  const baseline = await learn(popularity, split.train);
  const own = await evaluate(recommender, split.test, split.train);
  const popular = await evaluate(baseline, split.test, split.train);
  baseline.dispose();
  expect(own.metrics['mrr@10']).toBeGreaterThan(0.95);
  expect(popular.metrics['mrr@10']).toBeLessThan(0.3);
});

test('goes by the newest item, and by the order', async () => {
  const starts = Array.from({ length: 24 }, (_zero, item) => item);
  const walks = starts.map((item) => walkFrom(item, 4));
  const rankings = await recommender.recommend(
    walks.map((walk) => stranger(...walk)),
    1,
  );
  expect(rankings.map(({ items }) => items[0])).toEqual(walks.map((walk) => nextOf(walk[3])));
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
  await expect(learnWeights(sasRec, split.train, uneven)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining('“heads” (3) must divide “dim” (16)'),
  });
});
