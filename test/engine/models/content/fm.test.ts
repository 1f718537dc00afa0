import { beforeAll, test } from 'vitest';
import { fm } from '../../../../src/engine/models/content/fm';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start } from '../../../fixtures/learning';
import { expectNewItems, goldenCatalog, withNewItems } from '../../../fixtures/new-items';

beforeAll(async () => void (await start('wasm')));

test('learns and scores as PyTorch does, which multiplies every pair of what is known', () =>
  expectGoldenFit('fm', fm, { catalog: goldenCatalog }));

test('knows by their genre whom items suit that nobody ever chose', async () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const recommender = await learn(fm, dataset, smallConfig(fm, { epochs: 20, batchSize: 64 }));
  const everyone = dataset.users.ids.map((_id, user) => known(user));
  await expectNewItems(recommender, everyone);
  recommender.dispose();
});
