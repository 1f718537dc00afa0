import { expect, test } from 'vitest';
import {
  byItem,
  byUser,
  chosenItems,
  countRowBatches,
  distinct,
  rowBatches,
} from '../../../src/engine/data/rows';
import type { Lists } from '../../../src/kernels/lists';
import { createRandom } from '../../../src/kernels/random';
import { datasetOf, type Event } from '../../fixtures/events';

test('distinct items are in order, and once', () => {
  expect([...distinct(Int32Array.of(5, 2, 5, 11, 2, 0))]).toEqual([0, 2, 5, 11]);
  expect([...distinct(new Int32Array(0))]).toEqual([]);
});

const events: readonly Event[] = [
  [0, 3],
  [0, 1],
  [0, 3],
  [2, 2],
  [3, 0],
  [3, 4],
  [4, 1],
];
const dataset = datasetOf(events, { users: 6 });

test('what each user chose is listed', () => {
  const { offsets, indices } = chosenItems(dataset);
  expect([...offsets]).toEqual([0, 2, 2, 3, 5, 6, 6]);
  expect([...indices]).toEqual([1, 3, 2, 0, 4, 1]);
});

const said = datasetOf([
  [0, 3, 0, 0.5],
  [0, 1, 1, -1],
  [2, 1, 2, 0],
]);

test('what was said is listed by user, and by item', () => {
  const ofUsers = byUser(said);
  expect(rowsOf(ofUsers.lists)).toEqual(['3,1', '', '1']);
  expect([...ofUsers.values]).toEqual([0.5, -1, 0]);
  const ofItems = byItem(said);
  expect(rowsOf(ofItems.lists)).toEqual(['', '0,2', '', '0']);
  expect([...ofItems.values]).toEqual([-1, 0, 0.5]);
});

test('batches meet every row that is not empty once', () => {
  const chosen = chosenItems(dataset);
  const batches = [...rowBatches(chosen, 3, createRandom(1))];
  expect(batches.length).toBe(countRowBatches(chosen, 3));
  expect(batches.flatMap(({ lists }) => rowsOf(lists)).sort()).toEqual(['0,4', '1', '1,3', '2']);
  expect(batches.map(({ size }) => size).reduce((sum, size) => sum + size)).toBe(6);
  for (const { lists, entries } of batches) {
    expect(lists.indices).toEqual(entries.map((entry) => chosen.indices[entry]));
  }
});

test('batches differ from epoch to epoch, and are the same for the same seed', () => {
  const chosen = chosenItems(dataset);
  const deal = (seed: number) => [...rowBatches(chosen, 1, createRandom(seed))];
  expect(deal(1)).toEqual(deal(1));
  expect(deal(3)).not.toEqual(deal(1));
});

/** Each list, joined. */
function rowsOf({ offsets, indices }: Lists): string[] {
  return Array.from(offsets.subarray(1), (end, row) => indices.subarray(offsets[row], end).join());
}
