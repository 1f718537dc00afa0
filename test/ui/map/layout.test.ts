import { expect, test } from 'vitest';
import type { ItemMap } from '../../../src/api';
import { layOut } from '../../../src/ui/map/layout';

const map: ItemMap = {
  items: [],
  x: Float32Array.of(0, 1, 10),
  y: Float32Array.of(0, 0, 10),
  counts: Float32Array.of(25, 100, 0),
};

test('a map fills a square, up being up, and the more chosen is larger and comes first', () => {
  const { x, y, radius, order } = layOut(map);
  expect([...x]).toEqual([0, Math.fround(0.1), 1]);
  expect([...y]).toEqual([1, 1, 0]);
  expect(radius[1]).toBeGreaterThan(radius[0]);
  expect([...order]).toEqual([1, 0, 2]);
});

test('in a crowd dots are smaller', () => {
  const n = 60_000;
  const crowd = { items: [], x: new Float32Array(n), y: new Float32Array(n) };
  const { radius } = layOut({ ...crowd, counts: new Float32Array(n).fill(1) });
  expect(radius[0]).toBeLessThan(layOut(map).radius[1] / 2);
});
