import { describe, expect, test } from 'vitest';
import type { DuplicatePolicy } from '../../../../src/engine/data/plan';
import { settleRepeats } from '../../../../src/engine/data/reading/duplicates';
import { datasetOf } from '../../../fixtures/events';

/** User, item, time, rating; rows are places in this list. */
const told = [
  [0, 1, 10, 2],
  [0, 1, 30, 4],
  [0, 2, 20, 5],
  [0, 1, 20, 3],
  [1, 1, 40, 1],
] as const;

const settle = (policy: DuplicatePolicy, most = 100) =>
  settleRepeats(datasetOf(told), policy, most);

const kept = (policy: DuplicatePolicy) => {
  const { userOf, itemOf, values, offsets } = settle(policy).dataset;
  const events = Array.from(userOf, (user, event) => [user, itemOf[event], values[event]]);
  expect(Array.from(offsets)).toEqual([
    0,
    events.filter(([user]) => user === 0).length,
    events.length,
  ]);
  return events;
};

describe('of a user’s interactions with an item stand', () => {
  test('the newest', () => {
    expect(kept('newest')).toEqual([
      [0, 2, 5],
      [0, 1, 4],
      [1, 1, 1],
    ]);
  });

  test('the first', () => {
    expect(kept('first')).toEqual([
      [0, 1, 2],
      [0, 2, 5],
      [1, 1, 1],
    ]);
  });

  test('all', () => {
    expect(kept('all')).toHaveLength(told.length);
  });

  test('the newest with the mean of all', () => {
    expect(kept('mean')).toEqual([
      [0, 2, 5],
      [0, 1, 3],
      [1, 1, 1],
    ]);
  });
});

test('all that were left out are counted, and the first in the file shown', () => {
  const { dropped, shown } = settle('newest', 1);
  expect(dropped).toBe(2);
  expect(shown).toEqual([{ user: 0, item: 1, row: 0 }]);
});
