import { catalogueLoss, type Catalogue } from '../../kernels/catalogue-loss/catalogue-loss';
import { sampledSoftmax, type Candidates } from '../../kernels/sampled-softmax/sampled-softmax';
import * as tf from '../../kernels/tensor';
import type { SequenceBatch } from '../data/batches';
import type { Dataset } from '../data/dataset';
import { sharedNegatives, type SharedNegatives } from '../data/negatives';
import { bprMax } from './bpr-max';
import { binaryCrossEntropy, calibrationPower, ownNegativeLoss, pairwise } from './own-negatives';
import { targetsOf, type NextItemLoss } from './sequence';

/** How the score of what came next is compared with those of other items. */
export const nextItemLosses = [
  'cross-entropy',
  'sampled-softmax',
  'gbce',
  'bce',
  'bpr',
  'bpr-max',
] as const;

export interface Comparison {
  /** One of `nextItemLosses`. */
  readonly loss: string;
  /** How many items the next one is compared with, where not with all. */
  readonly negatives: number;
  /** Of gbce, `[0, 1]`. */
  readonly calibration: number;
}

/**
 * The loss that was chosen: `cross-entropy` among all items; `sampled-softmax` among popular
 * negatives that a batch shares, corrected for how often each is drawn; `bce`, cross-entropy of
 * pairs with negatives of each position's own; `gbce`, the same calibrated; `bpr`, pairs ranked,
 * with those; `bpr-max`, against popular ones that a batch shares.
 */
export function compareNextItem(train: Dataset, comparison: Comparison): NextItemLoss {
  const { loss, negatives: count, calibration } = comparison;
  switch (loss) {
    case 'bce':
      return ownNegativeLoss(train, count, binaryCrossEntropy(1));
    case 'bpr':
      return ownNegativeLoss(train, count, pairwise);
    case 'gbce': {
      const power = calibrationPower(count, train.items.size, calibration);
      return ownNegativeLoss(train, count, binaryCrossEntropy(power));
    }
    case 'bpr-max':
      return bprMax(sharedNegatives(train), count);
    case 'sampled-softmax':
      return sampled(sharedNegatives(train), count);
    default:
      return amongAllItems;
  }
}

/** Cross-entropy of a softmax over the whole catalogue. */
export const amongAllItems = (
  states: tf.Tensor,
  catalogue: Catalogue,
  batch: SequenceBatch,
): tf.Tensor => {
  const { wanted, shares } = targetsOf(states, batch);
  return catalogueLoss(states, catalogue, tf.tensor1d(wanted, 'int32'), tf.tensor1d(shares));
};

function sampled(negatives: SharedNegatives, count: number): NextItemLoss {
  return (states, { items, bias }, batch, random) => {
    const { wanted, shares } = targetsOf(states, batch);
    const candidates = (of: Int32Array): Candidates => ({
      items: of,
      rows: tf.lookup(items, of),
      bias: tf.lookup(bias, of),
      logProbabilities: negatives.logProbabilities(of),
    });
    const drawn = negatives.draw(count, random.bits());
    return sampledSoftmax(states, candidates(wanted), candidates(drawn), shares);
  };
}
