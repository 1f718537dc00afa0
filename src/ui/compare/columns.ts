import type { RunInfo } from '../../api';
import { isError } from '../judge';

export const cutoffs = [5, 10, 20] as const;
export type Cutoff = (typeof cutoffs)[number];

const names = ['ndcg', 'hr', 'recall', 'precision', 'mrr', 'map', 'coverage'] as const;

/** The metrics at `cutoff`, the most telling first; and that of ratings, where any run has it. */
export function metricsOf(runs: readonly RunInfo[], cutoff: Cutoff): readonly string[] {
  const lists = names.map((name) => `${name}@${cutoff}`);
  return runs.some((run) => valueOf(run, 'rmse') !== undefined) ? [...lists, 'rmse'] : lists;
}

/** Those of `runs` that were tested on the same split of the same data as `run`. */
export function sameExam(runs: readonly RunInfo[], run: RunInfo): readonly RunInfo[] {
  return runs.filter(({ split }) => split?.hash === run.split?.hash);
}

/** The best of what the runs have of a metric. */
export function bestOf(runs: readonly RunInfo[], metric: string): number {
  const values = runs.flatMap((run) => valueOf(run, metric) ?? []);
  return isError(metric) ? Math.min(...values) : Math.max(...values);
}

/** What a table is sorted by: a metric, or `date`. */
export interface Order {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

/** A run's own value of a metric on the test, where there is one. */
export function valueOf(run: RunInfo, metric: string): number | undefined {
  return run.scorecards[0]?.metrics[metric];
}

/** `runs` in `order`; runs without a value come last either way. */
export function sortRuns(runs: readonly RunInfo[], { by, direction }: Order): readonly RunInfo[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const key = (run: RunInfo) =>
    by === 'date' ? run.startedAt : (valueOf(run, by) ?? sign * Infinity);
  return [...runs].sort((a, b) => sign * compare(key(a), key(b)));
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
