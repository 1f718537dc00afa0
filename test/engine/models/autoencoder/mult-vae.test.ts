import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { multVae } from '../../../../src/engine/models/autoencoder/mult-vae';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test.each(['vae', 'dae'])('the %s learns and scores as PyTorch does', (variant) =>
  expectGoldenFit(`mult-${variant}`, multVae),
);

describe('learning', () => {
  const dataset = twoTastes({ users: 60, items: 30, chosen: 9 });
  const users = Array.from({ length: 60 }, (_zero, user) => user);
  const config = { dim: 8, hidden: 16, batchSize: 20, learningRate: 0.02, epochs: 20 };

  test.each(['vae', 'dae'])('as %s finds the taste in a single item', async (variant) => {
    const recommender = await learn(multVae, dataset, smallConfig(multVae, { ...config, variant }));
    const firsts = users.map((user) => stranger(historyOf(dataset, user).items[0]));
    const rankings = await recommender.recommend(firsts, 5);
    const own = rankings.flatMap(({ items }, user) =>
      Array.from(items, (item) => tasteOf(item) === user % 2),
    );
    expect(own.filter(Boolean).length / own.length).toBeGreaterThan(0.9);
    recommender.dispose();
  });
});

test('ignores how often an item was chosen', async () => {
  const recommender = await learn(multVae, twoTastes({ users: 8, items: 6, chosen: 3 }));
  const [once, thrice] = await recommender.score([stranger(0, 2), stranger(2, 0, 2, 2)]);
  expect(thrice).toEqual(once);
  recommender.dispose();
});
