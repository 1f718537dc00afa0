/** A scorecard of a run, field by field, for when it comes from outside. */
import type { Scorecard, Slice, Slicing } from '../../api';
import * as is from '../checks';

export const isMetrics = is.recordOf(is.number);

const isDifference = is.shape<NonNullable<Scorecard['difference']>>({
  baseline: is.text,
  metric: is.optional(is.oneOf('ndcg@10', 'rmse')),
  mean: is.number,
  interval: is.interval,
  p: is.optional(is.number),
});

const isSlicing = is.shape<Slicing>({
  by: is.text,
  metric: is.optional(is.oneOf('ndcg@10', 'rmse')),
  slices: is.listOf(
    is.shape<Slice>({
      name: is.text,
      range: is.orNull(is.interval),
      n: is.count,
      metrics: isMetrics,
      interval: is.orNull(is.interval),
    }),
  ),
  gap: is.orNull(is.shape({ best: is.text, worst: is.text, size: is.number })),
});

const isOrderWorth = is.shape<NonNullable<Scorecard['order']>>({
  shuffled: is.number,
  lost: is.shape({ mean: is.number, interval: is.interval, p: is.number }),
});

export const isScorecard = is.shape<Scorecard>({
  model: is.text,
  title: is.text,
  metrics: isMetrics,
  intervals: is.recordOf(is.interval),
  users: is.count,
  difference: is.optional(isDifference),
  slices: is.optional(is.listOf(isSlicing)),
  order: is.optional(isOrderWorth),
  diversityBy: is.optional(is.oneOf('genres', 'co-occurrence')),
  seconds: is.number,
  bytes: is.optional(is.count),
  sampled: is.optional(isMetrics),
});
