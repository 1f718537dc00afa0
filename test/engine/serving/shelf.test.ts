import { expect, test } from 'vitest';
import { createVocabulary } from '../../../src/engine/data/vocabulary';
import { createShelf, standardize } from '../../../src/engine/serving/shelf';
import { twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 8, items: 6, chosen: 2 });
// The other way round, and with one that the data do not have.
const items = createVocabulary(['new', 'i5', 'i4', 'i3', 'i2', 'i1', 'i0'], 'item');

test('lists the items in the order of the recommender, also those it knows nothing of', () => {
  const { titles, genres, years, popularity } = createShelf(dataset, items, null);
  expect(titles).toEqual(items.ids);
  expect(genres.slice(0, 3)).toEqual([[], ['odd'], ['even']]);
  expect(years[0]).toBeNaN();
  expect(Math.min(...popularity)).toBe(popularity[0]);
});

test('finds items alike by their vectors, or by their genres', () => {
  const values = Float32Array.of(1, 0, 2, 0, 0, 3, -1, 0, 1, 1, 0, 0, 1, 0);
  const { likeness } = createShelf(dataset, items, { values, width: 2 });
  expect(likeness.by).toBe('vectors');
  expect([1, 2, 3, 4, 5].map((item) => likeness.between(0, item))).toEqual(
    [1, 0, -1, Math.SQRT1_2, 0].map((value) => expect.closeTo(value, 6)),
  );
  const byGenre = createShelf(dataset, items, null).likeness;
  expect(byGenre.by).toBe('genres');
  expect([0, 2, 3].map((item) => byGenre.between(1, item))).toEqual([0, 0, 1]);
});

test('standardizes what is finite', () => {
  expect([...standardize(Float32Array.of(1, 3, -Infinity))]).toEqual([-1, 1, -Infinity]);
  expect([...standardize(Float32Array.of(2, 2))]).toEqual([0, 0]);
});
