import type { Dataset } from '../data/dataset';
import { ease } from '../models/classical/ease';
import { itemKnn } from '../models/classical/item-knn';
import { completeConfig, type Model } from '../models/model';
import { popularity } from '../models/classical/popularity';

/** Simple models that a deep one must be seen beside. */
export interface Baselines {
  readonly models: readonly Model[];
  /** Whether ItemKNN stands in for EASE. */
  readonly standIn: boolean;
}

/** What EASE may take: seconds, and bytes at its peak. */
const [mostSeconds, mostBytes] = [30, 2 ** 30];
/** Multiplications and additions per second that two cores reach in a large product on WASM. */
const operationsPerSecond = 5e9;

/** Popularity and EASE; ItemKNN in place of EASE where the catalogue is too large for it. */
export function chooseBaselines(train: Dataset): Baselines {
  const standIn = !isEaseAffordable(train);
  return { models: [popularity, standIn ? itemKnn : ease], standIn };
}

/** Whether a model that is cubic in the items is done soon, in memory that a tab may have. */
export function isEaseAffordable(train: Dataset): boolean {
  const bytes = ease.memory(train, completeConfig(ease.fields, {}));
  const seconds = (2 * train.items.size ** 3) / operationsPerSecond;
  return seconds <= mostSeconds && bytes <= mostBytes;
}
