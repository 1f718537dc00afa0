import type { Dataset } from '../data/dataset';
import { bias } from '../models/classical/bias';
import { ease, isExact } from '../models/classical/ease';
import { itemKnn } from '../models/classical/item-knn';
import { popularity } from '../models/classical/popularity';
import { judgedBy } from '../models/feedback';
import { completeConfig, type Model } from '../models/model';
import { sequentialRules } from '../models/sequence/sequential-rules';

/** Simple models that another must be seen beside. */
export interface Baselines {
  readonly models: readonly Model[];
  /** Whether EASE is not among them, being too dear. */
  readonly standIn: boolean;
}

/** What EASE may take: seconds, and bytes at its peak. */
const [mostSeconds, mostBytes] = [60, 2 ** 30];
/** Multiplications with an addition, per second, that a matrix is inverted at on WASM. */
const operationsPerSecond = 1.3e10;

/**
 * Popularity, ItemKNN and EASE, the last where it is affordable, and beside a model that reads
 * the order of choices one that counts it; means of items and people for a model that is judged
 * by the errors of its ratings.
 */
export function chooseBaselines(model: Model, train: Dataset): Baselines {
  if (judgedBy(model) === 'rmse') return { models: [bias], standIn: false };
  const standIn = !isEaseAffordable(train);
  const ordered = model.family === 'sequence' ? [sequentialRules] : [];
  return { models: [popularity, itemKnn, ...(standIn ? [] : [ease]), ...ordered], standIn };
}

/** Whether EASE is done soon, in memory that a tab may have, be it exact or sparse. */
export function isEaseAffordable(train: Dataset): boolean {
  const seconds = isExact(train) ? train.items.size ** 3 / operationsPerSecond : 0;
  return seconds <= mostSeconds && ease.memory(train, completeConfig(ease.fields, {})) <= mostBytes;
}
