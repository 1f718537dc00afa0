import { expect, test } from 'vitest';
import { distinct, distinctInRoom } from '../../../src/engine/nn/feature-rows';

test('rows are there once, in the order in which they appear', () => {
  const { rows, places } = distinct(Int32Array.of(7, 3, 7, 0, 3));
  expect([...rows]).toEqual([7, 3, 0]);
  expect([...places]).toEqual([0, 1, 0, 2, 1]);
});

test('with room, the first of them are there again, and places stay as they are', () => {
  const { rows, places } = distinctInRoom(Int32Array.of(7, 3, 7, 0, 3));
  expect(rows).toHaveLength(32);
  expect([...rows.subarray(0, 7)]).toEqual([7, 3, 0, 7, 3, 0, 7]);
  expect([...places]).toEqual([0, 1, 0, 2, 1]);
});

test('of no rows there is room for nothing', () => {
  expect(distinctInRoom(new Int32Array(0)).places).toHaveLength(0);
});

test('devices meet few sizes', () => {
  const sizes = Array.from({ length: 500 }, (_zero, i) => {
    return distinctInRoom(Int32Array.from({ length: 1000 + i }, (_none, row) => row)).rows.length;
  });
  expect(new Set(sizes).size).toBeLessThan(12);
});
