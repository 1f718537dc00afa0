import { expect, test } from 'vitest';
import { longestFirst } from '../../../src/kernels/recurrence/schedule';

test('the longest sequence comes first, of equal ones the earlier, and empty ones not at all', () => {
  const { spans, active } = longestFirst({ offsets: Int32Array.of(0, 2, 2, 6, 8) });
  expect(Array.from(spans)).toEqual([2, 4, 0, 2, 6, 2]);
  expect(Object.values(active)).toEqual([3, 3, 1, 1]);
});

test('without sequences there are no steps', () => {
  const { spans, active } = longestFirst({ offsets: Int32Array.of(0, 0, 0) });
  expect(spans.length).toBe(0);
  expect(active).toEqual({});
});
