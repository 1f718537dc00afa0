import { beforeAll, expect, test } from 'vitest';
import {
  featuresAsQuery,
  momentFeatures,
  personFeatures,
} from '../../../../src/engine/data/features';
import { twoTower } from '../../../../src/engine/models/content/two-tower';
import { goldenCatalog, withNewItems } from '../../../fixtures/new-items';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test('both towers make of their weights what PyTorch does', () =>
  // Its one step, which depends on chance, is tiny.
  expectGoldenFit('two-tower', twoTower, { catalog: goldenCatalog }, 2e-4));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const config = smallConfig(twoTower, { epochs: 20, batchSize: 64 });
  const recommender = await learn(twoTower, dataset, config);
  const scores = await recommender.score([stranger(0, 2, 4), stranger(1, 3, 5)]);
  expect(scores[0][20]).toBeGreaterThan(scores[0][21]);
  expect(scores[1][21]).toBeGreaterThan(scores[1][20]);
  recommender.dispose();
});

test('knows strangers without a history by what is said of them', async () => {
  const cells = Int32Array.from({ length: 40 }, (_zero, user) => user % 2);
  const people = [{ name: 'side', values: ['even', 'odd'], cells }];
  const dataset = { ...twoTastes({ users: 40, items: 20, chosen: 7 }), people };
  const config = smallConfig(twoTower, { epochs: 20, batchSize: 64 });
  const recommender = await learn(twoTower, dataset, config);
  const kinds = [personFeatures(dataset), momentFeatures(dataset)] as const;
  const queries = [0, 1].map((user) => ({
    ...stranger(),
    features: featuresAsQuery(...kinds, user),
  }));
  const rankings = await recommender.recommend(queries, 4);
  expect(rankings.map(({ items }) => Array.from(items, tasteOf))).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ]);
  recommender.dispose();
});
