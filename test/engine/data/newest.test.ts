import { expect, test } from 'vitest';
import { holdNewest } from '../../../src/engine/data/newest';
import { datasetOf, type Event } from '../../fixtures/events';

test('the newest part of each history is held back, at least one of two', () => {
  const lengths = [1, 2, 10, 25];
  const dataset = datasetOf(
    lengths.flatMap((length, user) =>
      Array.from({ length }, (_zero, item): Event => [user, item, item]),
    ),
  );
  const { past, held } = holdNewest(dataset, 0.1);
  expect(Array.from(past.offsets)).toEqual([0, 1, 2, 11, 34]);
  expect(held.map(({ user, past, next }) => [user, past.length, [...next]])).toEqual([
    [1, 1, [1]],
    [2, 9, [9]],
    [3, 23, [23, 24]],
  ]);
});
