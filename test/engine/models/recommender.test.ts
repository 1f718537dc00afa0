import { beforeAll, describe, expect, test } from 'vitest';
import { itemCounts, type Dataset } from '../../../src/engine/data/dataset';
import type { Recommender } from '../../../src/engine/models/recommender';
import { recommenderOf } from '../../../src/engine/models/saved';
import { findModel } from '../../../src/engine/models/registry';
import { datasetOf, type Event } from '../../fixtures/events';
import { learn, start, stranger } from '../../fixtures/learning';

/** Item 3 is chosen by all four, then 1, 4, 0 and 2; 5 by nobody. */
const choices: Event[] = [
  ...[0, 1, 2, 3].map((user): Event => [user, 3]),
  ...[0, 1, 2].map((user): Event => [user, 1]),
  ...[2, 3].map((user): Event => [user, 4]),
  [0, 0],
  [3, 2],
];
const dataset: Dataset = datasetOf(choices, { items: 6 });
const byPopularity = [3, 1, 4, 0, 2, 5];

const learned = (name: string): Promise<Recommender> => learn(findModel(name), dataset);

const itemsFor = async (recommender: Recommender, k: number, ...chosen: number[]) => {
  const [{ items }] = await recommender.recommend([stranger(...chosen)], k);
  return Array.from(items);
};

describe.each(['cpu', 'wasm'] as const)('equal scores, on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(['content', 'user-knn', 'item-knn', 'rp3beta', 'ease', 'als'])(
    '%s gives someone without a history what is popular',
    async (name) => {
      const recommender = await learned(name);
      const [scores] = await recommender.score([stranger()]);
      expect(new Set(scores).size).toBe(1);
      expect(await itemsFor(recommender, 3)).toEqual(byPopularity.slice(0, 3));
      expect(await itemsFor(recommender, 6)).toEqual(byPopularity);
      recommender.dispose();
    },
  );

  test('put what a model says nothing of in that order behind what it recommends', async () => {
    const recommender = await learned('item-knn');
    const [scores] = await recommender.score([stranger(2)]);
    const [some, none] = [0, 1].map((kind) =>
      byPopularity.filter((item) => item !== 2 && Number(scores[item] === 0) === kind),
    );
    expect([some.length, none.length]).toEqual([2, 3]);
    const items = await itemsFor(recommender, 5, 2);
    expect(new Set(items.slice(0, 2))).toEqual(new Set(some));
    expect(items.slice(2)).toEqual(none);
    recommender.dispose();
  });

  test('keep the order of the catalogue in a file from before counts were kept', async () => {
    const recent = await learned('ease');
    const { counts, ...old } = await recent.checkpoint();
    recent.dispose();
    expect(counts).toEqual(Array.from(itemCounts(dataset)));
    const recommender = recommenderOf(old);
    expect(await itemsFor(recommender, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    recommender.dispose();
  });
});
