import { expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { createItemGrid } from '../../../src/ui/map/item-grid';

const random = createRandom(1);
const draw = () => Float32Array.from({ length: 5000 }, () => random.uniform() ** 2);
const [x, y] = [draw(), draw()];
const grid = createItemGrid({ x, y });

test.each([
  [0.2, 0.3, 0.25, 0.32],
  [-1, -1, 2, 2],
  [0.9, 0.9, 1.5, 1],
])('no item from (%d, %d) to (%d, %d) is missed', (left, top, right, bottom) => {
  const found = new Set(grid.within(left, top, right, bottom));
  const inside = [...x.keys()].filter(
    (item) => x[item] >= left && x[item] <= right && y[item] >= top && y[item] <= bottom,
  );
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.filter((item) => !found.has(item))).toEqual([]);
});

test('few items are looked at', () => {
  const found = [...grid.within(0.5, 0.5, 0.51, 0.51)];
  expect(found.length).toBeLessThan(x.length / 50);
});

test('an empty map has nothing to find', () => {
  const empty = createItemGrid({ x: new Float32Array(0), y: new Float32Array(0) });
  expect([...empty.within(0, 0, 1, 1)]).toEqual([]);
});
