import { expect, test } from 'vitest';
import type { PersonalExport, TitleReview } from '../../src/api';
import { actionsOf } from '../../src/client/list-opinions';

const card = (item: string) => ({ item, title: item, year: null, genres: [] });
const entry = (title: string, rating: number | null, at: number | null = null) => ({
  title,
  year: null,
  rating,
  at,
});
const list: PersonalExport = {
  services: ['letterboxd'],
  about: 'films',
  scale: [0.5, 5],
  entries: [
    entry('a', 5, 30),
    entry('b', 0.5, 20),
    entry('c', null, 10),
    entry('d', 3),
    entry('e', 3),
  ],
};
const reviews: readonly TitleReview[] = [
  { verdict: 'sure', candidates: [card('A')] },
  { verdict: 'sure', candidates: [card('B'), card('B2')] },
  { verdict: 'sure', candidates: [card('C')] },
  { verdict: 'review', candidates: [card('D'), card('D2')] },
  { verdict: 'none', candidates: [] },
];
const said = (valueRange: readonly [number, number], choices = new Map<number, string | null>()) =>
  actionsOf(list, reviews, choices, { id: 'data', valueRange }, 99).map(
    ({ item, kind, value, at }) => `${item} ${kind} ${value} ${at}`,
  );

test('what is beyond doubt is said, the oldest first; what is not waits for a choice', () => {
  expect(said([1, 5])).toEqual(['C click null 10', 'B rate 1 20', 'A rate 5 30']);
});

test('a choice decides, also against what seemed sure', () => {
  const choices = new Map([
    [1, null],
    [3, 'D2'],
  ]);
  expect(said([0.5, 5], choices)).toEqual(['D2 rate 3 99', 'C click null 10', 'A rate 5 30']);
});

test('ratings are brought to the scale of the data', () => {
  expect(said([0, 10])).toEqual(['C click null 10', 'B rate 0 20', 'A rate 10 30']);
});

test('where the data have no ratings, they are likes and dislikes', () => {
  expect(said([1, 1])).toEqual(['C click null 10', 'B dislike null 20', 'A like null 30']);
});
