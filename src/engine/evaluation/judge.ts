import { judgedBy, predictsRatings } from '../models/feedback';
import type { Headline, Model } from '../models/model';
import type { PerUser } from './accuracy';
import { meanDifference, type Difference } from './compare';
import { rmseDifference, type UserErrors } from './errors';
import type { Evaluation } from './evaluate';

/** The metric by which rankings are compared, on validation and in the test. */
export const headline = 'ndcg@10';

/** How good a model is by that which it is judged by: more is better, so an error counts below zero. */
export function scoreOf(
  model: Pick<Model, 'needs' | 'scores'>,
  metrics: Evaluation['metrics'],
): number {
  return worthOf(judgedBy(model), metrics);
}

/** The same by a given metric. */
export function worthOf(metric: Headline, metrics: Evaluation['metrics']): number {
  return metric === 'rmse' ? -metrics[metric] : metrics[metric];
}

/**
 * The metric by which two models can be held against each other: rankings by NDCG@10, and what
 * is made to predict ratings by RMSE alone; null where the other does not predict any.
 */
export function metricBetween(own: Model, other: Model): Headline | null {
  if (judgedBy(own) === headline && judgedBy(other) === headline) return headline;
  return predictsRatings(own) && predictsRatings(other) ? 'rmse' : null;
}

/** What two results are compared by, users in the same order. */
export interface Comparable {
  readonly perUser: PerUser;
  readonly errors: UserErrors | null;
}

/** `own` less `other`, by a metric that both have. */
export function differenceBy(metric: Headline, own: Comparable, other: Comparable): Difference {
  return metric === 'rmse'
    ? rmseDifference(own.errors!, other.errors!)
    : meanDifference(own.perUser[metric], other.perUser[metric]);
}
