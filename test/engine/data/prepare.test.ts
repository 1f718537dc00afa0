import { expect, test } from 'vitest';
import { keepRated, toImplicit, toPreference, valueRange } from '../../../src/engine/data/prepare';
import { datasetOf } from '../../fixtures/events';

const rated = datasetOf([
  [0, 0, 1, 5],
  [0, 1, 2, 2.5],
  [1, 2, 3, 3],
]);

test('keeps what is rated at least so well, people and items included', () => {
  const kept = keepRated(rated, 3);
  expect(Array.from(kept.itemOf)).toEqual([0, 2]);
  expect([kept.users.size, kept.items.size]).toEqual([2, 3]);
  expect(keepRated(rated, null)).toBe(rated);
  expect(keepRated(rated, 6).itemOf.length).toBe(0);
});

test('makes every interaction count 1, and leaves the original as it was', () => {
  expect(Array.from(toImplicit(rated).values)).toEqual([1, 1, 1]);
  expect(Array.from(rated.values)).toEqual([5, 2.5, 3]);
});

test('finds the scale', () => {
  expect(valueRange(rated)).toEqual([2.5, 5]);
});

test.each([
  [1, -1],
  [2, -0.5],
  [3, 0],
  [4.5, 0.75],
  [5, 1],
  [0, -1],
  [9, 1],
])('a %s on the scale from 1 to 5 says %s', (value, preference) => {
  expect(toPreference(value, [1, 5])).toBe(preference);
});

test('without a scale every interaction is in favour', () => {
  expect([toPreference(1, [1, 1]), toPreference(0, [0, 0])]).toEqual([1, 1]);
});
