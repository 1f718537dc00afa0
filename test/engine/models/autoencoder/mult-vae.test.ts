import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { multVae } from '../../../../src/engine/models/autoencoder/mult-vae';
import { completeConfig } from '../../../../src/engine/models/model';
import { Recommender } from '../../../../src/engine/models/recommender';
import { expectClose } from '../../../fixtures/agreement';
import { datasetOf, type Event } from '../../../fixtures/events';
import { goldenWeights, lossesFrom, readGoldenFit } from '../../../fixtures/golden-fit';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

describe.each(['vae', 'dae'])('the %s from given weights', (variant) => {
  const golden = readGoldenFit(`mult-${variant}`);
  const dataset = datasetOf(
    golden.histories.flatMap((items, user) => items.map((item): Event => [user, item])),
  );

  test('scores as PyTorch does', async () => {
    const { items, users } = dataset;
    const config = completeConfig(multVae.fields, golden.config);
    const weights = goldenWeights(golden);
    const recommender = new Recommender({ model: multVae, config, items, users, weights });
    const scores = await recommender.score(golden.histories.map((own) => stranger(...own)));
    expectClose(Float64Array.from(scores.flatMap((row) => [...row])), flat(golden.scores));
    recommender.dispose();
  });

  test('learns as PyTorch does', async () => {
    const losses = await lossesFrom(multVae, dataset, golden);
    expectClose(Float64Array.from(losses), Float64Array.from(golden.losses));
  });
});

const flat = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());

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
