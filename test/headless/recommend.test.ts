import { beforeAll, expect, test } from 'vitest';
import { als } from '../../src/engine/models/classical/als';
import { ease } from '../../src/engine/models/classical/ease';
import { byVectors } from '../../src/engine/serving/shelf';
import { recommendAfter } from '../../src/headless/recommend';
import { learn, start, stranger } from '../fixtures/learning';
import { twoTastes } from '../fixtures/two-tastes';

beforeAll(async () => void (await start('cpu')));

const dataset = twoTastes({ users: 40, items: 20, chosen: 7 });
const said = ['i1', 'i3'].map((item) => ({ item, rating: null }));

test('--diversity makes the items of a list differ, from nothing at all', async () => {
  const recommender = await learn(als, dataset);
  const { between } = byVectors(await recommender.itemVectors());
  const listWith = async (diversity: number) =>
    (await recommendAfter(said, recommender, { k: 5, diversity })).map(({ item }) =>
      recommender.items.indexOf(item),
    );
  const likenessOf = (list: readonly number[]): number =>
    list.flatMap((a, i) => list.slice(i + 1).map((b) => between(a, b))).reduce((x, y) => x + y, 0);
  const [ranked, diverse] = [await listWith(0), await listWith(0.6)];
  const [{ items }] = await recommender.recommend([stranger(1, 3)], 5);
  expect(ranked).toEqual(Array.from(items));
  expect(diverse[0]).toBe(ranked[0]);
  expect(likenessOf(diverse)).toBeLessThan(likenessOf(ranked));
  expect(new Set(diverse).size).toBe(5);
  recommender.dispose();
});

test('--diversity is refused out of bounds, and where nothing tells what is alike', async () => {
  const recommender = await learn(ease, dataset);
  const ask = (diversity: number) => recommendAfter(said, recommender, { k: 5, diversity });
  for (const wrong of [-0.1, 1.5, NaN]) {
    await expect(ask(wrong)).rejects.toMatchObject({ name: 'ConfigError' });
  }
  await expect(ask(0.3)).rejects.toThrow('EASE keeps no vectors of the items');
  expect((await ask(0)).length).toBe(5);
  recommender.dispose();
});
