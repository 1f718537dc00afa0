import { expect, test } from 'vitest';
import { valueOfStars } from '../../../src/ui/you/stars';

test.each([
  [4, [0.5, 5], 4],
  [4, [1, 1], 4],
  [1, [1, 10], 1],
  [5, [1, 10], 10],
  [3, [0, 100], 50],
] as const)('%d stars on the scale %j are %d', (stars, range, value) => {
  expect(valueOfStars(stars, range)).toBe(value);
});
