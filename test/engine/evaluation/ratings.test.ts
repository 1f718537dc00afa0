import { expect, test } from 'vitest';
import { mae, rmse } from '../../../src/engine/evaluation/ratings';

const predicted = Float64Array.of(3, 4, 1);
const actual = Float64Array.of(1, 4, 2);

test('the root of the mean squared error and the mean absolute error, by hand', () => {
  expect(rmse(predicted, actual)).toBeCloseTo(Math.sqrt((4 + 0 + 1) / 3), 12);
  expect(mae(predicted, actual)).toBeCloseTo((2 + 0 + 1) / 3, 12);
});

test('both are 0 for a perfect prediction, and of none', () => {
  for (const metric of [rmse, mae]) {
    expect(metric(actual, actual)).toBe(0);
    expect(metric(new Float64Array(), new Float64Array())).toBe(0);
  }
});

test('one large error weighs more in the root of the squares', () => {
  const spread = Float64Array.of(1, 1, 1, 1);
  const lumped = Float64Array.of(4, 0, 0, 0);
  const zeros = new Float64Array(4);
  expect(mae(spread, zeros)).toBe(mae(lumped, zeros));
  expect(rmse(lumped, zeros)).toBe(2 * rmse(spread, zeros));
});
