import { describe, expect, test } from 'vitest';
import { dealAll, dealByUser } from '../../../src/engine/data/parts';
import { datasetOf, type Event } from '../../fixtures/events';

const lengths = [8, 40, 1];
const dataset = datasetOf(
  lengths.flatMap((length, user) => Array.from({ length }, (_zero, item): Event => [user, item])),
);

/** How many events of a user are in each part. */
const countsOf = (parts: Uint8Array, user: number): number[] =>
  [0, 1, 2].map(
    (part) => parts.filter((p, event) => p === part && dataset.userOf[event] === user).length,
  );

describe('dealing to parts', () => {
  test('holds back shares of everyone’s', () => {
    const parts = dealByUser(dataset, { validation: 0, test: 0.25 }, 1);
    expect(lengths.map((_length, user) => countsOf(parts, user))).toEqual([
      [6, 0, 2],
      [30, 0, 10],
      [1, 0, 0],
    ]);
  });

  test('holds back shares of all, whoever’s they are', () => {
    const parts = dealAll(dataset, { validation: 0.1, test: 0.2 }, 1);
    expect([0, 1, 2].map((part) => parts.filter((p) => p === part).length)).toEqual([36, 4, 9]);
    expect(dealAll(dataset, { validation: 0.1, test: 0.2 }, 1)).toEqual(parts);
    expect(dealAll(dataset, { validation: 0.1, test: 0.2 }, 2)).not.toEqual(parts);
  });
});
