import { expect, test } from 'vitest';
import {
  historiesBeside,
  likedLists,
  rootShares,
} from '../../../../src/engine/models/content/histories';
import { datasetOf, type Event } from '../../../fixtures/events';
import { stranger } from '../../../fixtures/learning';

/** Someone who chose five items in order, and someone who chose one. */
const dataset = datasetOf([...[0, 1, 2, 3, 4].map((item): Event => [0, item, item]), [1, 5]]);

test.each([
  [10, [[0, 1, 3, 4], [0, 1, 2, 3], []]],
  [2, [[3, 4], [2, 3], []]],
])('beside an event are the newest %i others of its user', (length, expected) => {
  const { offsets, indices } = historiesBeside(dataset, Int32Array.of(2, 4, 5), length);
  const lists = expected.map((_list, row) => [...indices.subarray(offsets[row], offsets[row + 1])]);
  expect(lists).toEqual(expected);
});

test('of queries the newest liked items are read', () => {
  const query = stranger(7, 8, 9);
  const values = Float32Array.of(1, 1, -1);
  const disliking = { ...query, history: { ...query.history, values } };
  const { offsets, indices } = likedLists([query, disliking, stranger()], 2);
  expect([...indices]).toEqual([8, 9, 7, 8]);
  expect([...offsets]).toEqual([0, 2, 4, 4]);
});

test('together they count as the root of how many they are', () => {
  const offsets = Int32Array.of(0, 4, 4, 5);
  const shares = rootShares({ offsets, indices: Int32Array.of(1, 2, 3, 4, 5) });
  expect([...shares]).toEqual([0.5, 0.5, 0.5, 0.5, 1]);
});
