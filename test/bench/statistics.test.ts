import { expect, test } from 'vitest';
import { median, relativeError, shareOfCeiling } from '../../bench/kernels/statistics';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 8, 7, 1000], 9],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  ['the same', [1, 2, 3], [1, 2, 3], 0],
  ['zeros', [0, 0], [0, 0], 0],
  ['apart in a small number, against the largest', [0.1, 10], [0.2, 10], 0.01],
  ['of another length', [1, 2], [1], Infinity],
  ['something where nothing should be', [1], [0], Infinity],
])('the relative error of numbers: %s', (_what, found, expected, error) => {
  expect(relativeError(found, expected)).toBeCloseTo(error, 12);
});

test.each([
  [
    [NaN, 1],
    [1, 1],
  ],
  [
    [1, 1],
    [1, NaN],
  ],
])('%j agrees with %j in no way', (found, expected) => {
  expect(relativeError(found, expected)).toBeNaN();
});

test('a step is measured by what binds it, arithmetic or memory', () => {
  const ceiling = { bandwidth: 10, rate: 100 }; // GB/s, GFLOP/s
  expect(shareOfCeiling({ flops: 1e9, bytes: 1e6 }, ceiling, 20)).toBeCloseTo(0.5);
  expect(shareOfCeiling({ flops: 1e6, bytes: 1e9 }, ceiling, 1000)).toBeCloseTo(0.1);
});
