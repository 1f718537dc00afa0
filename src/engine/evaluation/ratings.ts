/** Were predicted ratings any good: pure functions of `[ratings]` columns, in units of the scale; lower is better. */

/** Root of the mean squared error, `√(Σ (predicted − actual)² / n)`; 0 of none. */
export function rmse(predicted: Float64Array, actual: Float64Array): number {
  return Math.sqrt(meanOfErrors(predicted, actual, (error) => error ** 2));
}

/** Mean absolute error, `Σ |predicted − actual| / n`; 0 of none. */
export function mae(predicted: Float64Array, actual: Float64Array): number {
  return meanOfErrors(predicted, actual, Math.abs);
}

function meanOfErrors(
  predicted: Float64Array,
  actual: Float64Array,
  cost: (error: number) => number,
): number {
  const sum = predicted.reduce((total, value, i) => total + cost(value - actual[i]), 0);
  return sum / Math.max(predicted.length, 1);
}
