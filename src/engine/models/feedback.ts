import { failure } from '../../errors';
import { asChoices, type Dataset, type Query } from '../data/dataset';
import { toImplicit, valueRange } from '../data/prepare';
import type { Model } from './model';

/** Whether a model learns and predicts preferences from -1 to 1; all others take each choice as 1. */
export function isRating({ needs }: Pick<Model, 'needs'>): boolean {
  return needs.includes('ratings');
}

/** `dataset`, whose values are preferences, as `model` learns from it. @throws InputError */
export function toFeedback(model: Model, dataset: Dataset): Dataset {
  if (!isRating(model)) return toImplicit(dataset);
  const [lowest, highest] = valueRange(dataset);
  if (highest > lowest) return dataset;
  throw failure(
    'InputError',
    `${model.title} learns from ratings, and in these data all values are alike. Choose a model that needs no ratings.`,
  );
}

/** A query, whose history holds preferences, as `model` reads it when it is judged. */
export function queryFor(model: Model, query: Query): Query {
  return isRating(model) ? query : { ...query, history: asChoices(query.history) };
}
