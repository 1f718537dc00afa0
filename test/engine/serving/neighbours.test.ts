import { expect, test } from 'vitest';
import { nearestTo } from '../../../src/engine/serving/neighbours';
import type { Likeness } from '../../../src/engine/serving/shelf';

/** Items on a line are the more alike the closer they are. */
const line: Likeness = { by: 'vectors', between: (a, b) => 1 - Math.abs(a - b) / 10 };

test('the nearest come first, and never the item itself', () => {
  const near = nearestTo(3, line, 10, 3);
  expect(near.map(({ item }) => item)).toEqual([2, 4, 1]);
  expect(near[0].likeness).toBeCloseTo(0.9);
});

test('there are no more than there are others', () => {
  expect(nearestTo(0, line, 2, 5).map(({ item }) => item)).toEqual([1]);
});
