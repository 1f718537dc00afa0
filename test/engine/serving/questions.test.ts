import { expect, test } from 'vitest';
import { createQuestions, nextQuestion, type Asked } from '../../../src/engine/serving/questions';
import { datasetOf, type Event } from '../../fixtures/events';

/** Four people rated each item; of the last, which all love, there is nothing to learn. */
const ratings = [
  [1, 5, 1, 5],
  [5, 1, 5, 1],
  [4, 5, 5, 5],
  [5, 5, 5, 5],
];
const rated = datasetOf(
  ratings.flatMap((values, item) => values.map((value, user): Event => [user, item, user, value])),
);
const likeness = {
  by: 'vectors',
  between: (a: number, b: number) => Number(Math.floor(a / 2) === Math.floor(b / 2)),
} as const;
const ask = (asked: Partial<Asked>) =>
  nextQuestion(createQuestions(rated), likeness, { items: [], unknown: [], ...asked });

test('asks first about what is well known and opinions differ on', () => {
  const { items, worth } = createQuestions(rated);
  const worthOf = (item: number) => worth[items.indexOf(item)];
  expect(worthOf(0)).toBe(1);
  expect(worthOf(2)).toBeGreaterThan(worthOf(3));
  expect(worthOf(3)).toBe(0);
  expect(ask({})).toBe(0);
});

test('then about what is unlike it, the more so where it was unknown', () => {
  expect(ask({ items: [0] })).toBe(2); // .81 against 1 − .5
  expect(ask({ items: [0], unknown: [0] })).toBe(2);
});

test('asks nothing twice, and stops when there is nothing left', () => {
  expect(ask({ items: [0, 1, 2] })).toBe(3);
  expect(ask({ items: [0, 1, 2, 3] })).toBeNull();
});

test('without ratings, asks first about what half of the people chose', () => {
  const chosen: Event[] = [0, 1, 2, 3].map((user) => [user, 0]);
  const plain = datasetOf([...chosen, [0, 1], [1, 1], [0, 2]]);
  const { items, worth } = createQuestions(plain);
  expect(items[worth.indexOf(1)]).toBe(1);
});
