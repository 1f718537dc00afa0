import { itemCounts, type Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import { debiasedNdcg, inversePropensities } from './debiased';
import { cutoffs, metrics } from './metrics';

/** Metric such as `ndcg@10` → its value for each holdout, `[holdouts]`. */
export type PerUser = Readonly<Record<string, Float64Array>>;

/**
 * Every metric of rankings, at every cutoff: `rankings` are item indices, best first, one
 * for each holdout. `train` is what popularity is counted in.
 */
export function measureAccuracy(
  rankings: readonly Int32Array[],
  holdouts: readonly Holdout[],
  train: Dataset,
): PerUser {
  const weights = inversePropensities(itemCounts(train));
  const columns = cutoffs.flatMap((k) => [
    ...Object.entries(metrics).map(([name, metric]): [string, Float64Array] => [
      `${name}@${k}`,
      Float64Array.from(holdouts, ({ relevant }, user) => {
        const hits = Array.from(rankings[user].subarray(0, k), (item) => relevant.has(item));
        return metric(hits, relevant.size, k);
      }),
    ]),
    [
      `debiased-ndcg@${k}`,
      Float64Array.from(holdouts, ({ relevant }, user) =>
        debiasedNdcg(rankings[user], relevant, weights, k),
      ),
    ] as [string, Float64Array],
  ]);
  return Object.fromEntries(columns);
}

/** The mean of each metric over users. */
export function meansOf(perUser: PerUser): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(perUser).map(([name, values]) => [name, mean(values)]));
}

/** The mean of `values`, 0 of none. */
export function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
