import { createRandom } from '../../kernels/random';
import { holm, pairedTTest } from './significance';

/** `[low, high]` */
export type Interval = readonly [number, number];

const [resamples, confidence] = [1000, 0.95];

/**
 * 95 % percentile bootstrap interval of each statistic of users drawn with repetition: all
 * share the resamples. Efron & Tibshirani (1993), ch. 13. Repeatable.
 */
export function bootstrap(
  users: number,
  statistics: readonly ((drawn: Int32Array) => number)[],
): Interval[] {
  const values = statistics.map(() => new Float64Array(resamples));
  const random = createRandom(1);
  const drawn = new Int32Array(users);
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < users; i++) drawn[i] = random.below(users);
    statistics.forEach((statistic, i) => (values[i][resample] = statistic(drawn)));
  }
  return values.map(percentiles);
}

/** The interval of each mean over users. */
export function bootstrapIntervals(
  perUser: Readonly<Record<string, Float64Array>>,
): Readonly<Record<string, Interval>> {
  const names = Object.keys(perUser);
  const columns = Object.values(perUser);
  const users = columns.length > 0 ? columns[0].length : 0;
  const intervals = bootstrap(
    users,
    columns.map((values) => (drawn) => {
      let sum = 0;
      for (let i = 0; i < users; i++) sum += values[drawn[i]];
      return sum / users;
    }),
  );
  return Object.fromEntries(names.map((name, metric) => [name, intervals[metric]]));
}

/** How one result differs from another, user by user. */
export interface Difference {
  readonly mean: number;
  /** On one side of 0 throughout means that the difference is not luck in the choice of users. */
  readonly interval: Interval;
  /** Two-sided p value of the paired t test. */
  readonly p: number;
}

/** The mean of `values` less that of `baseline`, both `[users]` in the same order. */
export function meanDifference(values: Float64Array, baseline: Float64Array): Difference {
  const difference = values.map((value, i) => value - baseline[i]);
  return {
    mean: difference.reduce((sum, value) => sum + value, 0) / difference.length,
    interval: bootstrapIntervals({ difference }).difference,
    p: pairedTTest(difference),
  };
}

/** The same differences with p values that are corrected for their number, by Holm. */
export function correctForSeveral(differences: readonly Difference[]): Difference[] {
  const corrected = holm(differences.map(({ p }) => p));
  return differences.map((difference, i) => ({ ...difference, p: corrected[i] }));
}

function percentiles(means: Float64Array): Interval {
  const sorted = means.slice().sort();
  const tail = (1 - confidence) / 2;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  return [at(tail), at(1 - tail)];
}
