import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitDataset } from '../../../../src/engine/data/split';
import { evaluate } from '../../../../src/engine/evaluation/evaluate';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { caser } from '../../../../src/engine/models/sequence/caser';
import { cycle, nextOf, walkFrom } from '../../../fixtures/cycle';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';

const split = splitDataset(cycle(), 'leave-one-out', 1);
const config = smallConfig(caser, {
  dim: 16,
  epochs: 40,
  learningRate: 0.02,
  batchSize: 12,
  dropout: 0.1,
});

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  recommender = await learn(caser, split.train, config);
});
afterAll(() => recommender.dispose());

test('learns what comes next, where popularity knows nothing', async () => {
  const { metrics } = await evaluate(recommender, split.test, split.train);
  expect(metrics['mrr@10']).toBeGreaterThan(0.9); // popularity has less than 0.3
});

test('goes by the newest item', async () => {
  const walks = Array.from({ length: 24 }, (_zero, item) => walkFrom(item, 4));
  const rankings = await recommender.recommend(
    walks.map((walk) => stranger(...walk)),
    1,
  );
  const right = rankings.filter(({ items }, i) => items[0] === nextOf(walks[i][3]));
  expect(right.length).toBeGreaterThan(22);
});
