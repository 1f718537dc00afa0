import { beforeAll, describe, expect, test } from 'vitest';
import { findModel } from '../../../src/engine/models/registry';
import { choicesOfNearest } from '../../../src/engine/serving/people';
import { learn, onDevice, start, stranger } from '../../fixtures/learning';
import { tasteOf, twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 24, items: 14, chosen: 5 });

describe.each(['item-knn', 'als', 'bpr-mf'])('%s', (name) => {
  beforeAll(async () => void (await start('cpu')));

  test('tells what at least five people of the same taste chose, and how many', async () => {
    const recommender = await learn(findModel(name), dataset);
    const before = onDevice();
    const { people, items, counts } = await choicesOfNearest(recommender, dataset, stranger(0, 2));
    expect(onDevice()).toEqual(before);
    recommender.dispose();
    expect(people).toBeGreaterThanOrEqual(10);
    expect(tasteOf(items[0])).toBe(0);
    expect(items.length).toBeGreaterThan(0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect([...counts]).toEqual([...counts].sort((a, b) => b - a));
    expect([...items]).not.toContain(0);
  });
});

test('tells nothing of what fewer share', async () => {
  await start('cpu');
  const few = twoTastes({ users: 8, items: 14, chosen: 5 });
  const recommender = await learn(findModel('item-knn'), few);
  const { items } = await choicesOfNearest(recommender, few, stranger(0, 2));
  recommender.dispose();
  expect([...items]).toEqual([]);
});
