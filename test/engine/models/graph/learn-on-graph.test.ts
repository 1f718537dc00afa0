import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { gnn } from '../../../../src/engine/models/graph/gnn';
import { lightGcn } from '../../../../src/engine/models/graph/light-gcn';
import { datasetOf, type Event } from '../../../fixtures/events';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

const friends = { from: Int32Array.of(0, 1, 4), to: Int32Array.of(3, 0, 2) };
const models = [lightGcn, gnn].map((model) => [model.name, model] as const);

describe.each(models)('%s', (name, model) => {
  test('learns and scores as PyTorch does', () => expectGoldenFit(name, model, { friends }));

  test('finds the taste of those it knows, and of strangers from a single item', async () => {
    const dataset = twoTastes({ users: 60, items: 30, chosen: 9 });
    const config = smallConfig(model, { epochs: 20, batchSize: 64, learningRate: 0.02 });
    const recommender = await learn(model, dataset, config);
    const users = Array.from({ length: 60 }, (_zero, user) => user);
    const own = users.map((user) => known(user, ...historyOf(dataset, user).items));
    const firsts = users.map((user) => stranger(historyOf(dataset, user).items[0]));
    for (const queries of [own, firsts]) {
      const rankings = await recommender.recommend(queries, 5);
      const hits = rankings.flatMap(({ items }, user) =>
        Array.from(items, (item) => tasteOf(item) === user % 2),
      );
      expect(hits.filter(Boolean).length / hits.length).toBeGreaterThan(0.9);
    }
    recommender.dispose();
  });
});

test('a newcomer is given what most people like', async () => {
  // Everyone likes the first three items, and one other each.
  const events = Array.from({ length: 12 }, (_zero, user): Event[] =>
    [0, 1, 2, 3 + (user % 6)].map((item): Event => [user, item]),
  );
  const recommender = await learn(lightGcn, datasetOf(events.flat()));
  const [{ items }] = await recommender.recommend([stranger()], 3);
  expect([...items].sort()).toEqual([0, 1, 2]);
  recommender.dispose();
});

test('the served tables of users leave with their ids', async () => {
  const recommender = await learn(lightGcn, twoTastes({ users: 6, items: 6, chosen: 2 }));
  const names = Object.keys((await recommender.checkpoint({ anonymous: true })).weights);
  expect(names.sort()).toEqual(['everyone', 'items', 'items.own']);
  recommender.dispose();
});
