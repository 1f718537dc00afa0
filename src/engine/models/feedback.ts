import { failure } from '../../errors';
import { asChoices, type Dataset, type Query } from '../data/dataset';
import { toImplicit, valueRange } from '../data/prepare';
import type { Config, Headline, Model } from './model';

/**
 * Whether a model, configured so where it is said, learns from preferences from -1 to 1; all
 * others take each choice as 1.
 */
export function isRating(
  { needs, needsFor }: Pick<Model, 'needs' | 'needsFor'>,
  config?: Config,
): boolean {
  return ((config && needsFor?.(config)) ?? needs).includes('ratings');
}

/** Whether a model predicts ratings: by its `rate`, or else by its scores. */
export function predictsRatings(model: Pick<Model, 'needs' | 'scores' | 'rate'>): boolean {
  return isRating(model) && (model.rate !== undefined || model.scores !== 'likes');
}

/** Whether the scores of a model say how likely something is to be liked, and not only in which order. */
export function predictsLikes(model: Pick<Model, 'needs' | 'scores'>): boolean {
  return isRating(model) && model.scores === 'likes';
}

/** The metric by which the best epoch of a model is chosen, and by which it is compared. */
export function judgedBy(model: Pick<Model, 'needs' | 'scores'>): Headline {
  return isRating(model) && model.scores !== 'likes' ? 'rmse' : 'ndcg@10';
}

/** `dataset`, whose values are preferences, as `model` learns from it. @throws DataError */
export function toFeedback(model: Model, dataset: Dataset, config: Config): Dataset {
  if (!isRating(model, config)) return toImplicit(dataset);
  const [lowest, highest] = valueRange(dataset);
  if (highest > lowest) return dataset;
  throw failure(
    'DataError',
    `${model.title} learns from ratings, and in these data all values are alike. Choose a model that needs no ratings.`,
  );
}

/** A query, whose history holds preferences, as `model` reads it when it is judged. */
export function queryFor(model: Model, query: Query, config: Config): Query {
  return isRating(model, config) ? query : { ...query, history: asChoices(query.history) };
}
