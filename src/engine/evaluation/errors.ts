import { bootstrap, type Difference, type Interval } from './compare';
import type { Evaluation } from './evaluate';
import { pairedTTest } from './significance';

/** How far predicted ratings were off, summed for each user: all are `[users]`. */
export interface UserErrors {
  readonly squared: Float64Array;
  readonly absolute: Float64Array;
  /** How many ratings of each were predicted. */
  readonly ratings: Float64Array;
}

/** Those of an evaluation, or null of a model that predicts no ratings. */
export function errorsByUser({
  predictions,
  rankings,
}: Pick<Evaluation, 'predictions' | 'rankings'>): UserErrors | null {
  if (!predictions) return null;
  const { holdoutOf, predicted, actual } = predictions;
  const [squared, absolute, ratings] = [0, 1, 2].map(() => new Float64Array(rankings.length));
  holdoutOf.forEach((user, i) => {
    const error = predicted[i] - actual[i];
    squared[user] += error ** 2;
    absolute[user] += Math.abs(error);
    ratings[user]++;
  });
  return { squared, absolute, ratings };
}

/** RMSE over all ratings of all users, or of those `drawn`. */
export function rmseOf({ squared, ratings }: UserErrors, drawn?: Int32Array): number {
  return Math.sqrt(ratioOfSums(squared, ratings, drawn));
}

/** The same of MAE. */
export function maeOf({ absolute, ratings }: UserErrors, drawn?: Int32Array): number {
  return ratioOfSums(absolute, ratings, drawn);
}

/** 95 % bootstrap intervals over users, each of whom brings all their ratings. */
export function errorIntervals(errors: UserErrors): { rmse: Interval; mae: Interval } {
  const [rmse, mae] = bootstrap(errors.ratings.length, [
    (drawn) => rmseOf(errors, drawn),
    (drawn) => maeOf(errors, drawn),
  ]);
  return { rmse, mae };
}

/**
 * The RMSE of one less that of another on the same ratings: below 0 is better. The t test is of
 * the users' sums of squared errors: without a difference there, there is none in the RMSE.
 */
export function rmseDifference(own: UserErrors, other: UserErrors): Difference {
  const difference = (drawn?: Int32Array): number => rmseOf(own, drawn) - rmseOf(other, drawn);
  return {
    mean: difference(),
    interval: bootstrap(own.ratings.length, [difference])[0],
    p: pairedTTest(own.squared.map((sum, user) => sum - other.squared[user])),
  };
}

function ratioOfSums(
  sums: Float64Array,
  counts: Float64Array,
  users: Iterable<number> = sums.keys(),
): number {
  let [sum, count] = [0, 0];
  for (const user of users) {
    sum += sums[user];
    count += counts[user];
  }
  return sum / Math.max(count, 1);
}
