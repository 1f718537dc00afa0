import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { gmf } from '../../../../src/engine/models/factorization/gmf';
import { mlp } from '../../../../src/engine/models/factorization/mlp';
import { neuMf } from '../../../../src/engine/models/factorization/neumf';
import type { Ranking } from '../../../../src/engine/models/recommender';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

const models = [gmf, mlp, neuMf].map((model) => [model.name, model] as const);

test.each(models)('%s learns and scores as PyTorch does from the same weights', (name, model) =>
  expectGoldenFit(name, model),
);

const dataset = twoTastes({ users: 60, items: 30, chosen: 9 });
const users = Array.from({ length: 60 }, (_zero, user) => user);

/** The share of recommendations that are of the user's own taste. */
function ownShare(rankings: readonly Ranking[]): number {
  const own = rankings.flatMap(({ items }, user) =>
    Array.from(items, (item) => tasteOf(item) === user % 2),
  );
  return own.filter(Boolean).length / own.length;
}

describe.each(models)('%s', (_name, model) => {
  test.each(['bce', 'squared'])('with loss %s finds tastes', async (loss) => {
    const config = smallConfig(model, {
      loss,
      epochs: 15,
      batchSize: 32,
      learningRate: 0.02,
      negatives: 1,
      l2: 0.03,
    });
    const recommender = await learn(model, dataset, config);
    const itemsOf = (user: number): number[] => [...historyOf(dataset, user).items];
    const queries = users.map((user) => known(user, ...itemsOf(user)));
    expect(ownShare(await recommender.recommend(queries, 5))).toBeGreaterThan(0.9);
    const strangers = users.map((user) => stranger(...itemsOf(user)));
    expect(ownShare(await recommender.recommend(strangers, 5))).toBeGreaterThan(0.9);
    const brief = users.map((user) => stranger(itemsOf(user)[0]));
    expect(ownShare(await recommender.recommend(brief, 5))).toBeGreaterThan(0.8);
    recommender.dispose();
  });
});
