import { expect, test } from 'vitest';
import type { ItemMap } from '../../../src/api';
import { layOut } from '../../../src/ui/map/layout';

const map: ItemMap = {
  by: 'model',
  items: [],
  x: Float32Array.of(0, 1, 10),
  y: Float32Array.of(0, 0, 10),
  counts: Float32Array.of(25, 100, 0),
};

test('a map fills a square, up being up, and the more chosen is larger and comes first', () => {
  const { x, y, radius, order } = layOut(map);
  expect([x[0], x[2]]).toEqual([0, 1]);
  expect(x[1]).toBeGreaterThan(0.1);
  expect([...y]).toEqual([1, 1, 0]);
  expect(radius[1]).toBeGreaterThan(radius[0]);
  expect([...order]).toEqual([1, 0, 2]);
});

test('outliers neither pile up at an edge nor squeeze the others together', () => {
  const usual = Array.from({ length: 200 }, (_zero, i) => Math.sin(i) + 0.001 * i);
  const far = [20, 25, 30, 40, 60];
  const x = Float32Array.from([...usual, ...far]);
  const spread = layOut({ ...map, x, y: x, counts: new Float32Array(x.length) }).x;
  const outer = spread.slice(usual.length);
  expect([...outer].every((place, i) => i === 0 || place > outer[i - 1] + 0.02)).toBe(true);
  const inner = spread.slice(0, usual.length);
  expect(Math.max(...inner) - Math.min(...inner)).toBeGreaterThan(0.25);
});

test('items that all lie in one place lie in the middle', () => {
  const same = new Float32Array(3).fill(4);
  const { x, y } = layOut({ ...map, x: same, y: same, counts: new Float32Array(3) });
  expect([...x, ...y]).toEqual(new Array(6).fill(0.5));
});

test('in a crowd dots are smaller', () => {
  const n = 60_000;
  const crowd = { ...map, x: new Float32Array(n), y: new Float32Array(n) };
  const { radius } = layOut({ ...crowd, counts: new Float32Array(n).fill(1) });
  expect(radius[0]).toBeLessThan(layOut(map).radius[1] / 2);
});
