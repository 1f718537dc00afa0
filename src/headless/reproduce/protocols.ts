import type { Dataset } from '../../engine/data/dataset';
import { dealAll, dealByUser, leaveOneOut } from '../../engine/data/parts';

/** How a figure divides its data, and what its items compete with. */
export interface Protocol {
  readonly title: string;
  /** Assigns each event to a part: `[events]` 0 train, 1 validation, 2 test. */
  parts(dataset: Dataset, seed: number): Uint8Array;
  /** Whether what is tested has learned from train and validation, for the best number of epochs. */
  readonly refits: boolean;
  /** Items that a held-out one is ranked among; null ranks all. */
  readonly negatives: number | null;
}

export const eightOneOne: Protocol = {
  title: 'random 8:1:1 of each user’s, full ranking, tested as learned from train',
  parts: (dataset, seed) => dealByUser(dataset, { validation: 0.1, test: 0.1 }, seed),
  refits: false,
  negatives: null,
};

export const leaveLastOut: Protocol = {
  title:
    'leave one out, 99 sampled negatives (to be held against the source only), refitted with validation',
  parts: leaveOneOut,
  refits: true,
  negatives: 99,
};

export const fullLeaveOneOut: Protocol = {
  title: 'leave one out, full ranking without what was seen, tested as learned from train',
  parts: leaveOneOut,
  refits: false,
  negatives: null,
};

export const stratified: Protocol = {
  title:
    'random 75:25 of each user’s, full ranking; a tenth of the 75 is validation, then refitted',
  parts: (dataset, seed) => dealByUser(dataset, { validation: 0.075, test: 0.25 }, seed),
  refits: true,
  negatives: null,
};

/** All ratings shuffled; a part of those to learn from is validation, and learned from after that. */
export const ratings = (test: number): Protocol => ({
  title: `random ${Math.round(100 * (1 - test))}:${Math.round(100 * test)} of all ratings; 5 % of all are validation, then refitted`,
  parts: (dataset, seed) => dealAll(dataset, { validation: 0.05, test }, seed),
  refits: true,
  negatives: null,
});
