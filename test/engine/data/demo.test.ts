import { describe, expect, test } from 'vitest';
import { historyOf, itemCounts, type Dataset } from '../../../src/engine/data/dataset';
import { createDemo } from '../../../src/engine/data/demo';
import { hashDataset } from '../../../src/engine/data/hash';

const demo = createDemo();
const { users, items, catalog, itemOf, values, timestamps } = demo;
const counts = itemCounts(demo);
const histories = Array.from(users.ids.keys(), (user) => historyOf(demo, user));

describe('the library', () => {
  test('holds some hundreds of titles with years and genres, under readable ids', () => {
    expect(items.size).toBeGreaterThan(300);
    expect(new Set(items.ids).size).toBe(items.size);
    const matrix = items.indexOf('the-matrix-1999');
    expect(catalog.titles[matrix]).toBe('The Matrix');
    expect(catalog.years[matrix]).toBe(1999);
    expect(catalog.genres[matrix]).toEqual(['Film', 'Sci-Fi', 'Action']);
    expect(items.ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
    expect(catalog.titles.every((title) => title !== '')).toBe(true);
    expect(catalog.years.every((year) => year >= -800 && year <= 2024)).toBe(true);
  });

  test('holds films and books of many decades', () => {
    const kinds = catalog.genres.map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === 'Film').length).toBeGreaterThan(100);
    expect(kinds.filter((kind) => kind === 'Book').length).toBeGreaterThan(100);
    expect(
      new Set(Array.from(catalog.years, (year) => Math.floor(year / 10))).size,
    ).toBeGreaterThan(15);
  });
});

describe('the community', () => {
  test('has a natural size, and leaves no title out', () => {
    expect(users.size).toBe(600);
    expect(itemOf.length).toBeGreaterThan(30_000);
    expect(itemOf.length).toBeLessThan(40_000);
    expect(Math.min(...counts)).toBeGreaterThan(4);
    expect(histories.every(({ items: chosen }) => chosen.length >= 5)).toBe(true);
    expect(histories.every(({ items: chosen }) => new Set(chosen).size === chosen.length)).toBe(
      true,
    );
  });

  test('rates in half stars, seldom badly', () => {
    expect(values.every((value) => value >= 1 && value <= 5 && (value * 2) % 1 === 0)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean).toBeGreaterThan(3.2);
    expect(mean).toBeLessThan(4.1);
  });

  test('rates nothing before it is out', () => {
    const released = Array.from(itemOf, (item) => Date.UTC(catalog.years[item], 0));
    expect(released.every((time, event) => time <= timestamps[event])).toBe(true);
  });

  test('chooses a tenth of the titles a quarter of the time', () => {
    const sorted = counts.toSorted().reverse();
    const head = sorted.slice(0, items.size / 10).reduce((sum, count) => sum + count, 0);
    expect(head / itemOf.length).toBeGreaterThan(0.2);
    expect(head / itemOf.length).toBeLessThan(0.5);
  });

  test('likes the genres it chooses often', () => {
    const [often, seldom] = [meanRating(demo, 5, Infinity), meanRating(demo, 1, 1)];
    expect(often - seldom).toBeGreaterThan(0.3);
  });

  test('goes on with a series it likes', () => {
    const [first, second] = ['alien-1979', 'aliens-1986'].map((id) => items.indexOf(id));
    const readers = histories.filter(({ items: chosen }) => chosen.indexOf(first) >= 0);
    const next = readers.filter(
      ({ items: chosen }) => chosen[chosen.indexOf(first) + 1] === second,
    );
    expect(next.length / readers.length).toBeGreaterThan(0.2);
  });

  test('is better served by what similar people chose than by what all did', () => {
    const { personal, popular } = hitsOfLast(demo);
    expect(personal).toBeGreaterThan(1.4 * popular);
    expect(popular).toBeGreaterThan(0.03 * users.size);
  });
});

test('is the same every time', async () => {
  expect(await hashDataset(createDemo())).toBe(await hashDataset(demo));
});

/** Mean rating of items that share all genres with `least … most` others in the same history. */
function meanRating(dataset: Dataset, least: number, most: number): number {
  const shelfOf = dataset.catalog.genres.map((genres) => genres.join());
  const ratings = histories.flatMap((history) => {
    const shelves = Array.from(history.items, (item) => shelfOf[item]);
    return Array.from(history.values).filter((_, event) => {
      const alike = shelves.filter((shelf) => shelf === shelves[event]).length;
      return alike >= least && alike <= most;
    });
  });
  return ratings.reduce((sum, value) => sum + value, 0) / ratings.length;
}

/** For how many people the last item is among the ten best by cosine with the rest, or by count. */
function hitsOfLast(dataset: Dataset): { personal: number; popular: number } {
  const size = dataset.items.size;
  const pasts = histories.map((history) => Array.from(history.items.slice(0, -1)));
  const together = new Float32Array(size * size);
  const alone = new Float32Array(size).fill(1);
  for (const past of pasts) {
    for (const a of past) {
      alone[a]++;
      for (const b of past) together[a * size + b]++;
    }
  }
  const isHit = (user: number, score: (item: number) => number): boolean => {
    const last = histories[user].items.at(-1) ?? -1;
    const open = Array.from(alone.keys()).filter((item) => !pasts[user].includes(item));
    const goal = score(last);
    return open.filter((item) => score(item) > goal).length < 10;
  };
  const nearness = (user: number) => (item: number) =>
    pasts[user].reduce(
      (sum, a) => sum + together[a * size + item] / Math.sqrt(alone[a] * alone[item]),
      0,
    );
  const everyone = Array.from(pasts.keys());
  return {
    personal: everyone.filter((user) => isHit(user, nearness(user))).length,
    popular: everyone.filter((user) => isHit(user, (item) => alone[item])).length,
  };
}
