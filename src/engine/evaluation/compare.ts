import { createRandom } from '../../kernels/random';
import { holm, pairedTTest } from './significance';

/** `[low, high]` */
export type Interval = readonly [number, number];

const [resamples, confidence] = [1000, 0.95];

/**
 * 95 % percentile bootstrap interval of each mean, over users: all metrics share
 * the resamples. Efron & Tibshirani (1993), ch. 13. Repeatable.
 */
export function bootstrapIntervals(
  perUser: Readonly<Record<string, Float64Array>>,
): Readonly<Record<string, Interval>> {
  const names = Object.keys(perUser);
  const columns = Object.values(perUser);
  const users = columns.length > 0 ? columns[0].length : 0;
  const means = columns.map(() => new Float64Array(resamples));
  const random = createRandom(1);
  const drawn = new Int32Array(users);
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < users; i++) drawn[i] = random.below(users);
    columns.forEach((values, metric) => {
      let sum = 0;
      for (let i = 0; i < users; i++) sum += values[drawn[i]];
      means[metric][resample] = sum / users;
    });
  }
  return Object.fromEntries(names.map((name, metric) => [name, percentiles(means[metric])]));
}

/** How one result differs from another, user by user. */
export interface Difference {
  readonly mean: number;
  /** Above 0 throughout means that the difference is not luck in the choice of users. */
  readonly interval: Interval;
  /** Two-sided p value of the paired t test, corrected for the number of comparisons by Holm. */
  readonly p: number;
}

/** `values` less each of `baselines`, all `[users]` in the same order. */
export function pairedDifferences(
  values: Float64Array,
  baselines: readonly Float64Array[],
): Difference[] {
  const differences = baselines.map((baseline) => values.map((value, i) => value - baseline[i]));
  const ps = holm(differences.map(pairedTTest));
  return differences.map((difference, i) => ({
    mean: difference.reduce((sum, value) => sum + value, 0) / difference.length,
    interval: bootstrapIntervals({ difference }).difference,
    p: ps[i],
  }));
}

function percentiles(means: Float64Array): Interval {
  const sorted = means.slice().sort();
  const tail = (1 - confidence) / 2;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  return [at(tail), at(1 - tail)];
}
