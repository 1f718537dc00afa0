import { expect, test } from 'vitest';
import { groupByRow } from '../../src/kernels/segments';

test('events are grouped by row, rows ascending and events in order', () => {
  const { count, packed } = groupByRow(Int32Array.of(7, 3, 7, 0, 7));
  expect(count).toBe(3);
  expect(Array.from(packed.subarray(0, 5))).toEqual([3, 1, 0, 2, 4]);
  expect(Array.from(packed.subarray(5, 5 + count + 1))).toEqual([0, 1, 2, 5]);
  expect(Array.from(packed.subarray(11, 11 + count))).toEqual([0, 3, 7]);
});

test('rows beyond 2^22, which need every pass, keep their order', () => {
  const rows = Int32Array.of(2 ** 31 - 1, 5, 2 ** 24 + 1, 2 ** 24, 2 ** 31 - 1, 2 ** 11);
  const { count, packed } = groupByRow(rows);
  expect(count).toBe(5);
  expect(Array.from(packed.subarray(0, 6))).toEqual([1, 5, 3, 2, 0, 4]);
});

test('rows that are in order already stay so', () => {
  const { count, packed } = groupByRow(Int32Array.of(1, 1, 4, 9, 9));
  expect(count).toBe(3);
  expect(Array.from(packed.subarray(0, 5))).toEqual([0, 1, 2, 3, 4]);
  expect(Array.from(packed.subarray(5, 5 + count + 1))).toEqual([0, 2, 3, 5]);
});

test('of nothing there is nothing', () => {
  expect(groupByRow(new Int32Array(0)).count).toBe(0);
});
