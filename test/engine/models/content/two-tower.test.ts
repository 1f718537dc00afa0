import { beforeAll, test } from 'vitest';
import { twoTower } from '../../../../src/engine/models/content/two-tower';
import { expectNewItems, goldenCatalog, withNewItems } from '../../../fixtures/new-items';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { expectTasteOfStrangers } from '../../../fixtures/said-of-people';

beforeAll(async () => void (await start('wasm')));

test('both towers make of their weights what PyTorch does', () =>
  // Its one step, which depends on chance, is tiny.
  expectGoldenFit('two-tower', twoTower, { catalog: goldenCatalog }, 2e-4));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const config = smallConfig(twoTower, { epochs: 20, batchSize: 64 });
  const recommender = await learn(twoTower, dataset, config);
  await expectNewItems(recommender, [stranger(0, 2, 4), stranger(1, 3, 5)]);
  recommender.dispose();
});

test('knows strangers without a history by what is said of them', () =>
  expectTasteOfStrangers(twoTower));
