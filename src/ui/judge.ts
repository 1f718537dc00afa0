import type { Headline, Scorecard } from '../api';

/** Whether less is better of a metric such as `ndcg@10`: of errors it is. */
export function isError(metric: string): boolean {
  return metric === 'rmse' || metric === 'mae';
}

/** `[lowest, highest]` of what some scorecards have of a metric, intervals included; lists are seen from 0. */
export function scaleOf(
  metric: Headline,
  cards: readonly Pick<Scorecard, 'metrics' | 'intervals'>[],
): readonly [number, number] {
  const ends = cards.flatMap(
    ({ metrics, intervals }) => intervals[metric] ?? metrics[metric] ?? [],
  );
  return [isError(metric) ? Math.min(...ends) : 0, Math.max(...ends, 1e-9)];
}

/** What the interval of a difference to the best baseline allows us to say. */
export function verdictOf({
  metric = 'ndcg@10',
  interval: [low, high],
}: Pick<Difference, 'metric' | 'interval'>): 'better' | 'unclear' | 'worse' {
  if (low <= 0 && high >= 0) return 'unclear';
  return low > 0 === isError(metric) ? 'worse' : 'better';
}

type Difference = NonNullable<Scorecard['difference']>;
