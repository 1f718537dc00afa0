import { expect, test } from 'vitest';
import { createItemGrid } from '../../../src/ui/map/item-grid';
import { isInSight, nearest, project } from '../../../src/ui/map/projection';
import { whole } from '../../../src/ui/map/viewport';

const layout = {
  x: Float32Array.of(0, 0.5, 1),
  y: Float32Array.of(0, 0.5, 1),
  radius: Float32Array.of(5, 5, 5),
  order: Int32Array.of(0, 1, 2),
};
const frame = { width: 256, height: 156 };

test('a layout lies on the canvas within its margin', () => {
  const { x, y } = project(layout, whole, frame);
  expect([x(0), y(0)]).toEqual([28, 28]);
  expect([x(2), y(2)]).toEqual([228, 128]);
});

test('the pointer finds what is near, and only that', () => {
  const projection = project(layout, whole, frame);
  const grid = createItemGrid(layout);
  expect(nearest(projection, grid, 226, 130, 18)).toBe(2);
  expect(nearest(projection, grid, 180, 78, 18)).toBe(-1);
  expect(nearest(projection, grid, 180, 78, 256)).toBe(1);
});

test('a point of the canvas is a point of the layout', () => {
  const { x, y, atX, atY } = project(layout, { x: 0.4, y: 0.6, scale: 3 }, frame);
  expect([atX(x(1)), atY(y(1))]).toEqual([0.5, 0.5]);
});

test('closer up, what is aside is out of sight, and dots are larger', () => {
  const projection = project(layout, { x: 0.5, y: 0.5, scale: 4 }, frame);
  expect([0, 1, 2].map((item) => isInSight(projection, item))).toEqual([false, true, false]);
  expect(projection.radius(1)).toBe(10);
});
