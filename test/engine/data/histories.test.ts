import { expect, test } from 'vitest';
import {
  chosenItems,
  countHistoryBatches,
  distinct,
  historyBatches,
} from '../../../src/engine/data/histories';
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

test('batches meet everyone who chose anything once', () => {
  const chosen = chosenItems(dataset);
  const batches = [...historyBatches(chosen, 3, createRandom(1))];
  expect(batches.length).toBe(countHistoryBatches(chosen, 3));
  const rows = batches.flatMap(({ chosen: { offsets, indices } }) =>
    Array.from(offsets.subarray(1), (end, row) => indices.subarray(offsets[row], end).join()),
  );
  expect(rows.sort()).toEqual(['0,4', '1', '1,3', '2']);
  expect(batches.map(({ size }) => size).reduce((sum, size) => sum + size)).toBe(6);
});

test('batches differ from epoch to epoch, and are the same for the same seed', () => {
  const chosen = chosenItems(dataset);
  const deal = (seed: number) => [...historyBatches(chosen, 1, createRandom(seed))];
  expect(deal(1)).toEqual(deal(1));
  expect(deal(3)).not.toEqual(deal(1));
});
