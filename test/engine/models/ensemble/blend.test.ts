import { beforeAll, expect, test } from 'vitest';
import { blend } from '../../../../src/engine/models/ensemble/blend';
import { learn, learnWeights, smallConfig, start, stranger } from '../../../fixtures/learning';
import { twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test('listens to those who know better than the crowd', async () => {
  const dataset = twoTastes({ users: 60, items: 24, chosen: 9 });
  const { shares } = await learnWeights(blend, dataset, smallConfig(blend));
  const [popularity, ...others] = shares.values;
  expect(popularity).toBeLessThan(Math.max(...others) / 4);
  const recommender = await learn(blend, dataset);
  const [{ items }] = await recommender.recommend([stranger(1, 3)], 5);
  expect(Array.from(items, (item) => item % 2)).toEqual([1, 1, 1, 1, 1]);
  recommender.dispose();
});
