import { summarizeDataset } from '../data/summary';
import type { Dataset } from '../data/dataset';
import { ease } from '../models/classical/ease';
import { itemKnn } from '../models/classical/item-knn';
import { bprMf } from '../models/factorization/bpr-mf';
import type { Model } from '../models/model';
import { sasRec } from '../models/sequence/sasrec';
import { isEaseAffordable } from './baselines';

/** A model that suits the data, and why. */
export interface Choice {
  readonly model: Model;
  /** One sentence. */
  readonly reason: string;
}

/** Fewer interactions than this teach a model with thousands of weights little but noise. */
const enoughToLearn = 5_000;
/** More interactions than this keep a sequence model at it for hours without a GPU. */
const enoughForSequences = 500_000;
/** Shorter histories have hardly an order. */
const shortHistory = 5;

/**
 * Looks at the size of the data, at times and at lengths of histories. It has read no
 * test: that a choice is good for certain data, only an evaluation says.
 */
export function chooseModel(dataset: Dataset): Choice {
  const { items, itemOf, timestamps } = dataset;
  const { medianHistory } = summarizeDataset(dataset);
  const events = itemOf.length;
  if (events < enoughToLearn) {
    return {
      model: itemKnn,
      reason: `With ${events} interactions there is too little for a model with many weights; neighbours need few.`,
    };
  }
  const timed = timestamps.filter((time) => !Number.isNaN(time)).length;
  const isOrdered = timed > 0.9 * events && medianHistory >= shortHistory;
  if (isOrdered && events <= enoughForSequences) {
    return {
      model: sasRec,
      reason: `The order of what people chose is known, half of them chose ${medianHistory} or more, and what came last says most about what comes next.`,
    };
  }
  const why = isOrdered
    ? `${events} interactions keep a sequence model at it for hours`
    : 'There is no order of choices to learn from';
  if (isEaseAffordable(dataset)) {
    return {
      model: ease,
      reason: `${why}, and ${items.size} items are few enough for EASE, which is solved at once and hard to beat.`,
    };
  }
  return {
    model: bprMf,
    reason: `${why}, and ${items.size} items are too many for EASE; a factorization grows with the items, not with their square.`,
  };
}
