import { expect, test } from 'vitest';
import type { ItemMap } from '../../../src/api';
import { fit, nearest, neighbours } from '../../../src/ui/map/projection';

const map: ItemMap = {
  items: [],
  x: Float32Array.of(0, 1, 10),
  y: Float32Array.of(0, 0, 10),
  counts: Float32Array.of(100, 25, 0),
};

test('a map fills its canvas, up being up', () => {
  const { x, y, radius } = fit(map, 256, 156);
  expect([x[0], x[2]]).toEqual([28, 228]);
  expect([y[0], y[2]]).toEqual([128, 28]);
  expect(radius[0]).toBeGreaterThan(radius[1]);
});

test('the pointer finds what is near, and only that', () => {
  const projection = fit(map, 256, 156);
  expect(nearest(projection, 226, 30, 18)).toBe(2);
  expect(nearest(projection, 128, 80, 18)).toBe(-1);
});

test('neighbours are the nearest others', () => {
  expect(neighbours(map, 0, 1)).toEqual([1]);
  expect(neighbours(map, 2, 2)).toEqual([1, 0]);
});
