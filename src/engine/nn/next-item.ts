import { catalogueLoss, type Catalogue } from '../../kernels/catalogue-loss/catalogue-loss';
import { sampledSoftmax, type Candidates } from '../../kernels/sampled-softmax/sampled-softmax';
import * as tf from '../../kernels/tensor';
import type { SequenceBatch } from '../data/batches';
import type { Dataset } from '../data/dataset';
import { evenNegatives, sharedNegatives, type SharedNegatives } from '../data/negatives';
import { binaryCrossEntropy, ownNegativeLoss, pairwise } from './own-negatives';
import { targetsOf, type NextItemLoss } from './sequence';
import {
  bprMaxLosses,
  calibratedLosses,
  calibrationPower,
  type PositionScores,
} from './shared-negatives';

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
 * negatives that a batch shares, corrected for how often each is drawn; `gbce`, calibrated
 * cross-entropy of pairs with even negatives that a batch shares; `bce`, the same with negatives
 * of each position's own; `bpr`, pairs ranked, with those; `bpr-max`, against popular ones that
 * a batch shares.
 */
export function compareNextItem(train: Dataset, comparison: Comparison): NextItemLoss {
  const { loss, negatives: count, calibration } = comparison;
  switch (loss) {
    case 'bce':
      return ownNegativeLoss(train, count, binaryCrossEntropy);
    case 'bpr':
      return ownNegativeLoss(train, count, pairwise);
    case 'gbce': {
      const power = calibrationPower(count, train.items.size, calibration);
      return sharing(evenNegatives(train.items.size), count, (scores) =>
        calibratedLosses(scores, power),
      );
    }
    case 'bpr-max':
      return sharing(sharedNegatives(train), count, bprMaxLosses);
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

/** Compares with `count` negatives that all positions of a batch share. */
function sharing(
  negatives: SharedNegatives,
  count: number,
  lossesOf: (scores: PositionScores) => tf.Tensor,
): NextItemLoss {
  return (states, { items, bias }, batch, random) => {
    const { wanted, shares } = targetsOf(states, batch);
    const drawn = negatives.draw(count, random.bits());
    const next = tf.add(
      tf.sum(tf.mul(states, tf.lookup(items, wanted)), 1),
      tf.lookup(bias, wanted),
    );
    const products = tf.matMul(states, tf.lookup(items, drawn), false, true);
    const others = tf.add(products, tf.lookup(bias, drawn));
    const counted = tf.cast(
      tf.notEqual(tf.tensor2d(wanted, [wanted.length, 1], 'int32'), tf.tensor1d(drawn, 'int32')),
      'float32',
    );
    return tf.sum(tf.mul(lossesOf({ next, others, counted }), tf.tensor1d(shares)));
  };
}
