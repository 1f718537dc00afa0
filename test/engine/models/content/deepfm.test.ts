import { beforeAll, expect, test } from 'vitest';
import {
  featuresAsQuery,
  momentFeatures,
  personFeatures,
} from '../../../../src/engine/data/features';
import { deepFm } from '../../../../src/engine/models/content/deepfm';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { goldenCatalog, withNewItems } from '../../../fixtures/new-items';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test('learns and scores as PyTorch does, which lays all vectors side by side', () =>
  // Adam makes steps of what float32 rounds of the smallest slopes.
  expectGoldenFit('deepfm', deepFm, { catalog: goldenCatalog }, 1e-4));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const config = smallConfig(deepFm, { epochs: 20, batchSize: 64 });
  const recommender = await learn(deepFm, dataset, config);
  const scores = await recommender.score(dataset.users.ids.map((_id, user) => known(user)));
  scores.forEach((row, user) => {
    const [own, other] = [20 + (user % 2), 21 - (user % 2)];
    expect(row[own]).toBeGreaterThan(row[other]);
  });
  recommender.dispose();
});

test('knows strangers without a history by what is said of them', async () => {
  const cells = Int32Array.from({ length: 40 }, (_zero, user) => user % 2);
  const people = [{ name: 'side', values: ['even', 'odd'], cells }];
  const dataset = { ...twoTastes({ users: 40, items: 20, chosen: 7 }), people };
  const config = smallConfig(deepFm, { epochs: 20, batchSize: 64 });
  const recommender = await learn(deepFm, dataset, config);
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
