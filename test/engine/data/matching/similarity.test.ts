import { expect, test } from 'vitest';
import { similarity } from '../../../../src/engine/data/matching/similarity';

test.each([
  ['lantern', 'lantern', 1],
  ['lantern', 'lanterm', 6 / 7],
  ['lantern', 'lantren', 6 / 7],
  ['lantern', 'latern', 6 / 7],
  ['abc', 'xyz', 0],
  ['harbour 2', 'harbour 3', (8 / 9) * 0.7],
])('%s and %s', (one, other, expected) => {
  expect(similarity(one, other)).toBeCloseTo(expected, 12);
  expect(similarity(other, one)).toBeCloseTo(expected, 12);
});
