import { isRating } from '../models/feedback';
import type { Model } from '../models/model';
import type { Evaluation } from './evaluate';

/** The metric by which rankings are compared, on validation and in the test. */
export const headline = 'ndcg@10';

/** The metric by which the best epoch of a model is chosen, on validation. */
export function judgedBy(model: Pick<Model, 'needs' | 'scores'>): 'ndcg@10' | 'rmse' {
  return isRating(model) && model.scores !== 'likes' ? 'rmse' : headline;
}

/** How good a model is by that metric: more is better, so an error counts below zero. */
export function scoreOf(
  model: Pick<Model, 'needs' | 'scores'>,
  metrics: Evaluation['metrics'],
): number {
  const metric = judgedBy(model);
  return metric === 'rmse' ? -metrics[metric] : metrics[metric];
}
