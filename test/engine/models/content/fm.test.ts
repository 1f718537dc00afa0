import { beforeAll, expect, test } from 'vitest';
import { fm } from '../../../../src/engine/models/content/fm';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start } from '../../../fixtures/learning';
import { goldenCatalog, withNewItems } from '../../../fixtures/new-items';

beforeAll(async () => void (await start('wasm')));

test('learns and scores as PyTorch does, which multiplies every pair of what is known', () =>
  expectGoldenFit('fm', fm, { catalog: goldenCatalog }));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const recommender = await learn(fm, dataset, smallConfig(fm, { epochs: 20, batchSize: 64 }));
  const scores = await recommender.score(dataset.users.ids.map((_id, user) => known(user)));
  scores.forEach((row, user) => {
    const [own, other] = [20 + (user % 2), 21 - (user % 2)];
    expect(row[own]).toBeGreaterThan(row[other]);
  });
  recommender.dispose();
});
