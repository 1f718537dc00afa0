import { spreadOver } from '../../engine/evaluation/runs';
import type { Figure } from './figures';
import type { Run } from './run';

/** A published number. */
export interface Target {
  /** As scorecards name it. */
  readonly metric: string;
  /** Null where nobody has published one. */
  readonly value: number | null;
}

/** What several runs say of one target. */
export interface Verdict extends Target {
  readonly mean: number;
  /** Standard deviation over the runs; NaN for one. */
  readonly deviation: number;
  /** 95 % interval of the mean over split seeds, or, of one run, over its users. */
  readonly interval: readonly [number, number] | null;
  /** Null where there is nothing to reach. */
  readonly reached: boolean | null;
}

/** Student's t at 97.5 % for 1, 2, … degrees of freedom. */
const quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

/** Metrics of which less is better. */
const errors: readonly string[] = ['rmse', 'mae'];

/** One for each number that was published, or is reported. */
export function verdictsOn({ metrics, tolerance }: Figure, runs: readonly Run[]): Verdict[] {
  return Object.entries(metrics).map(([metric, value]) =>
    verdictOn({ metric, value }, runs, tolerance),
  );
}

/** Whether the mean over `runs` comes as near as `tolerance` asks, or the target lies in its interval. */
export function verdictOn(target: Target, runs: readonly Run[], tolerance: number): Verdict {
  const { means, deviations } = spreadOver(runs.map(({ metrics }) => metrics));
  const [mean, deviation] = [means[target.metric], deviations?.[target.metric] ?? NaN];
  const interval = intervalOf(target, runs, { mean, deviation });
  const { value } = target;
  if (value === null) return { ...target, mean, deviation, interval, reached: null };
  const isNear = errors.includes(target.metric)
    ? mean <= value * (1 + tolerance)
    : mean >= value * (1 - tolerance);
  const isWithin = interval !== null && interval[0] <= value && value <= interval[1];
  return { ...target, mean, deviation, interval, reached: isNear || isWithin };
}

function intervalOf(
  { metric }: Target,
  runs: readonly Run[],
  { mean, deviation }: Pick<Verdict, 'mean' | 'deviation'>,
): readonly [number, number] | null {
  if (runs.length === 1) return runs[0].intervals[metric] ?? null;
  const quantile = quantiles[Math.min(runs.length - 1, quantiles.length) - 1];
  const half = (quantile * deviation) / Math.sqrt(runs.length);
  return [mean - half, mean + half];
}
