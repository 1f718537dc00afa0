import { expect, test } from 'vitest';
import type { Opinion } from '../../src/api';
import { listOfOpinions } from '../../src/client/said-list';

const said = (title: string, kind: Opinion['kind'], value: number | null = null): Opinion => ({
  ...{ item: `id of ${title}`, title, year: 1990, genres: [] },
  ...{ kind, value, at: 7 },
});
const ratings = (list: ReturnType<typeof listOfOpinions>) =>
  list?.entries.map(({ title, rating }) => [title, rating]);

test('what was said of data is a list with their scale, under their name', () => {
  const list = listOfOpinions([said('Alien', 'rate', 4)], { name: 'mine.csv', valueRange: [1, 5] });
  expect(list).toEqual({
    services: [],
    source: 'mine.csv',
    about: 'films',
    scale: [1, 5],
    entries: [{ title: 'Alien', year: 1990, rating: 4, at: 7 }],
  });
});

test.each([
  ['with ratings', [0.5, 5], 5, 0.5],
  ['without', [1, 1], 1, 0],
] as const)('likes are the ends of the scale of data %s', (_case, valueRange, best, worst) => {
  const opinions = [said('a', 'like'), said('b', 'dislike'), said('c', 'click'), said('d', 'hide')];
  expect(ratings(listOfOpinions(opinions, { name: 'd', valueRange }))).toEqual([
    ['a', best],
    ['b', worst],
    ['c', null],
  ]);
});

test('there is none where everything is only hidden', () => {
  const hidden = [said('a', 'hide')];
  expect(listOfOpinions(hidden, { name: 'd', valueRange: [1, 5] })).toBe(null);
});
