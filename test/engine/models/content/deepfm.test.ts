import { beforeAll, test } from 'vitest';
import { deepFm } from '../../../../src/engine/models/content/deepfm';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start } from '../../../fixtures/learning';
import { expectNewItems, goldenCatalog, withNewItems } from '../../../fixtures/new-items';
import { expectTasteOfStrangers } from '../../../fixtures/said-of-people';

beforeAll(async () => void (await start('wasm')));

test('learns and scores as PyTorch does, which lays all vectors side by side', () =>
  // Adam makes steps of what float32 rounds of the smallest slopes.
  expectGoldenFit('deepfm', deepFm, { catalog: goldenCatalog }, 1e-4));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const config = smallConfig(deepFm, { epochs: 20, batchSize: 64 });
  const recommender = await learn(deepFm, dataset, config);
  const everyone = dataset.users.ids.map((_id, user) => known(user));
  await expectNewItems(recommender, everyone);
  recommender.dispose();
});

test('knows strangers without a history by what is said of them', () =>
  expectTasteOfStrangers(deepFm));
