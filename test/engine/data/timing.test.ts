import { expect, test } from 'vitest';
import { describeTiming } from '../../../src/engine/data/timing';
import { datasetOf, type Event } from '../../fixtures/events';

test('ties are counted within a history, newcomers in the newest tenth', () => {
  const old = Array.from({ length: 18 }, (_zero, n): Event => [n % 3, n % 6, n < 6 ? 1 : n]);
  const newest: Event[] = [
    [0, 0, 100],
    [3, 7, 101],
  ];
  // Each of three people has two interactions at time 1, and seventeen, less two, follow another.
  expect(describeTiming(datasetOf([...old, ...newest]))).toEqual({
    ties: 3 / 16,
    newUsers: 1 / 2,
    newItems: 1 / 2,
  });
});

test('nothing is said where a time is unknown', () => {
  expect(
    describeTiming(
      datasetOf([
        [0, 0, 1],
        [0, 1],
      ]),
    ),
  ).toBeNull();
});
