import { describe, expect, test } from 'vitest';
import { foldsOf } from '../../../src/engine/data/folds';
import { datasetOf, type Event } from '../../fixtures/events';

/** User u has 3, 7 or 20 interactions. */
const lengthOf = (user: number): number => [3, 7, 20][user % 3];
const dataset = datasetOf(
  Array.from({ length: 60 }, (_zero, user) =>
    Array.from({ length: lengthOf(user) }, (_item, i): Event => [user, (3 * user + i) % 40]),
  ).flat(),
);
const facts = { seed: 1, scale: [-1, 1] } as const;
const folds = foldsOf(dataset, facts);

/** How many of a user's events are in a part. */
const count = (parts: Uint8Array, user: number, part: number): number =>
  parts.subarray(dataset.offsets[user], dataset.offsets[user + 1]).filter((p) => p === part).length;

describe('five folds', () => {
  test('test every interaction once', () => {
    expect(folds.length).toBe(5);
    const tested = Array.from(
      dataset.rows,
      (_row, event) => folds.filter(({ parts }) => parts[event] === 2).length,
    );
    expect(new Set(tested)).toEqual(new Set([1]));
  });

  test('take a fifth of everyone’s, and spread those who have less', () => {
    for (const { parts } of folds) {
      for (let user = 0; user < dataset.users.size; user++) {
        const share = lengthOf(user) / 5;
        expect(count(parts, user, 2)).toBeGreaterThanOrEqual(Math.floor(share));
        expect(count(parts, user, 2)).toBeLessThanOrEqual(Math.ceil(share));
      }
      const all = parts.filter((part) => part === 2).length / parts.length;
      expect(all).toBeGreaterThan(0.17);
      expect(all).toBeLessThan(0.23);
    }
  });

  test('validate on a tenth of what a user then has to learn from', () => {
    for (const { parts, train, validation } of folds) {
      expect(count(parts, 2, 1)).toBe(1); // of 16
      expect(train.itemOf.length).toBe(parts.filter((part) => part === 0).length);
      expect(validation.length).toBeGreaterThan(0);
    }
  });

  test('are the same again, and others for another seed', () => {
    expect(foldsOf(dataset, facts)[3].parts).toEqual(folds[3].parts);
    expect(foldsOf(dataset, { ...facts, seed: 2 })[3].parts).not.toEqual(folds[3].parts);
  });
});

test('there are as many as asked for', () => {
  expect(foldsOf(dataset, facts, 3).length).toBe(3);
});

test('too little is refused', () => {
  expect(() => foldsOf(datasetOf([[0, 0]]), facts)).toThrow(
    expect.objectContaining({ name: 'DataError' }),
  );
});
