import type { Scale } from '../data/prepare';
import type { Holdout } from '../data/holdouts';
import { mae, rmse } from './ratings';

/** Ratings that a model predicted beside what was given, in units of the scale; each `[ratings]`. */
export interface Predictions {
  /** The holdout that each is of, ascending. */
  readonly holdoutOf: Int32Array;
  readonly predicted: Float64Array;
  readonly actual: Float64Array;
}

/** The row that each number lies in, row after row. */
export function holdoutsOf(rows: readonly Float32Array[]): Int32Array {
  return Int32Array.from(rows.flatMap((row, i) => Array.from(row, () => i)));
}

/** Preferences as ratings; what lies beyond the scale is taken to its end. */
export function toPredictions(
  preferences: readonly Float32Array[],
  holdouts: readonly Holdout[],
  [low, high]: Scale,
): Predictions {
  const toRating = (preference: number): number => {
    const within = Math.max(-1, Math.min(1, preference));
    return (low + high + within * (high - low)) / 2;
  };
  return {
    holdoutOf: holdoutsOf(preferences),
    predicted: Float64Array.from(preferences.flatMap((row) => Array.from(row, toRating))),
    actual: Float64Array.from(
      holdouts.flatMap(({ relevant }) => Array.from(relevant.values(), toRating)),
    ),
  };
}

/** Errors over all ratings, each counting the same. */
export function errorsOf({ predicted, actual }: Predictions): Readonly<Record<string, number>> {
  return { rmse: rmse(predicted, actual), mae: mae(predicted, actual) };
}
