import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf, type Query } from '../../../../src/engine/data/dataset';
import { autoRec } from '../../../../src/engine/models/autoencoder/auto-rec';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { ratedTastes, tasteOf } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test.each(['item', 'user'])('the %s variant learns and scores as PyTorch does', (variant) =>
  expectGoldenFit(`auto-rec-${variant}`, autoRec),
);

describe.each(['item', 'user'])('ratings that the %s variant guesses', (variant) => {
  const dataset = ratedTastes({ users: 40, items: 20, chosen: 4 });
  const config = smallConfig(autoRec, { variant, epochs: 60, l2: 0.1 });

  /** The share of guesses, over all items, that have the right sign. */
  async function rightSigns(queries: readonly Query[]): Promise<number> {
    const recommender = await learn(autoRec, dataset, config);
    const scores = await recommender.score(queries);
    recommender.dispose();
    const right = scores.flatMap((row, user) =>
      Array.from(row, (score, item) => score > 0 === (tasteOf(item) === user % 2)),
    );
    return right.filter(Boolean).length / right.length;
  }

  test('are right for those it knows', async () => {
    const queries = dataset.users.ids.map((_id, user): Query => {
      return { ...known(user), history: historyOf(dataset, user) };
    });
    expect(await rightSigns(queries)).toBeGreaterThan(0.95);
  });

  test('are right for strangers', async () => {
    const queries = dataset.users.ids.map((_id, user): Query => {
      return { ...stranger(), history: historyOf(dataset, user) };
    });
    expect(await rightSigns(queries)).toBeGreaterThan(0.95);
  });
});

test('a newcomer is thought to be like the mean of all', async () => {
  const recommender = await learn(autoRec, ratedTastes({ users: 12, items: 10, chosen: 4 }));
  const everyone = Array.from({ length: 12 }, (_zero, user) => known(user));
  const [newcomer, ...others] = await recommender.score([stranger(), ...everyone]);
  recommender.dispose();
  newcomer.forEach((score, item) => {
    const mean = others.reduce((sum, row) => sum + row[item], 0) / others.length;
    expect(score).toBeCloseTo(mean, 4);
  });
});
