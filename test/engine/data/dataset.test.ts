import { describe, expect, test } from 'vitest';
import {
  createDataset,
  emptyCatalog,
  filterEvents,
  historyOf,
  itemCounts,
  plainHistory,
} from '../../../src/engine/data/dataset';
import { createVocabulary } from '../../../src/engine/data/vocabulary';
import { datasetOf } from '../../fixtures/events';

const itemsOf = (dataset: ReturnType<typeof datasetOf>, user: number): number[] =>
  Array.from(historyOf(dataset, user).items);

describe('events are sorted', () => {
  test('by user, then by time, whatever their order in the file', () => {
    const dataset = datasetOf([
      [1, 0, 30],
      [0, 1, 20],
      [1, 2, 10],
      [0, 3, 5],
    ]);
    expect(Array.from(dataset.userOf)).toEqual([0, 0, 1, 1]);
    expect(Array.from(dataset.itemOf)).toEqual([3, 1, 2, 0]);
    expect(Array.from(dataset.timestamps)).toEqual([5, 20, 10, 30]);
    expect(Array.from(dataset.rows)).toEqual([3, 1, 2, 0]);
    expect(Array.from(dataset.offsets)).toEqual([0, 2, 4]);
  });

  test('by their place in the file where times are equal or unknown', () => {
    const users = createVocabulary(['u'], 'user');
    const items = createVocabulary(['a', 'b', 'c', 'd', 'e'], 'item');
    const dataset = createDataset(users, items, emptyCatalog(5), {
      userOf: new Int32Array(5),
      itemOf: Int32Array.of(0, 1, 2, 3, 4),
      values: new Float32Array(5).fill(1),
      timestamps: Float64Array.of(7, NaN, 7, NaN, 7),
      rows: Int32Array.of(50, 40, 30, 20, 10),
    });
    expect(itemsOf(dataset, 0)).toEqual([3, 1, 4, 2, 0]);
  });
});

test('a history is a view of one user, empty for one who did nothing', () => {
  const dataset = datasetOf(
    [
      [0, 4, 1, 5],
      [2, 1, 2, 0.5],
      [2, 3, 1, 3],
    ],
    { users: 4 },
  );
  expect([0, 1, 2, 3].map((user) => itemsOf(dataset, user))).toEqual([[4], [], [3, 1], []]);
  expect(Array.from(historyOf(dataset, 2).values)).toEqual([3, 0.5]);
  expect(historyOf(dataset, 2).items.buffer).toBe(dataset.itemOf.buffer);
});

test('a filtered dataset keeps its people, its items and their order', () => {
  const dataset = datasetOf([
    [0, 0, 1],
    [0, 1, 2],
    [1, 2, 3],
    [2, 0, 4],
    [2, 3, 5],
  ]);
  const odd = filterEvents(dataset, (event) => dataset.rows[event] % 2 === 1);
  expect(odd.users.size).toBe(3);
  expect(odd.items.size).toBe(4);
  expect([0, 1, 2].map((user) => itemsOf(odd, user))).toEqual([[1], [], [0]]);
  expect(Array.from(odd.rows)).toEqual([1, 3]);
});

test('counts how often each item was chosen', () => {
  const dataset = datasetOf(
    [
      [0, 1],
      [1, 1],
      [1, 0],
    ],
    { items: 3 },
  );
  expect(Array.from(itemCounts(dataset))).toEqual([1, 2, 0]);
});

test('a plain history counts every item 1, at no known time', () => {
  const { items, values, timestamps } = plainHistory([5, 2]);
  expect([Array.from(items), Array.from(values)]).toEqual([
    [5, 2],
    [1, 1],
  ]);
  expect(Array.from(timestamps)).toEqual([NaN, NaN]);
});
