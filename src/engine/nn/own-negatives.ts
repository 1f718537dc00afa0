import { randomBits } from '../../kernels/counter-random';
import type { Random } from '../../kernels/random';
import * as tf from '../../kernels/tensor';
import type { SequenceBatch } from '../data/batches';
import type { Dataset } from '../data/dataset';
import { uniformNegatives, type NegativeSampler } from '../data/negatives';
import { targetsOf, type NextItemLoss } from './sequence';

/** The losses of scores `next` `[positions, 1]` beside `others` `[positions, negatives]`: `[positions, 1]` */
type Compare = (next: tf.Tensor, others: tf.Tensor) => tf.Tensor;

/**
 * Binary cross-entropy, `-ln σ(s⁺) - Σ ln(1 - σ(s⁻))`: with one negative as in Kang & McAuley
 * (2018), https://arxiv.org/abs/1808.09781. Kept to show what it costs.
 */
export const binaryCrossEntropy: Compare = (next, others) =>
  tf.add(tf.softplus(tf.neg(next)), tf.sum(tf.softplus(others), 1, true));

/** `-Σ ln σ(s⁺ - s⁻)`: Rendle et al. (2010), https://doi.org/10.1145/1772690.1772773 */
export const pairwise: Compare = (next, others) =>
  tf.sum(tf.softplus(tf.sub(others, next)), 1, true);

/** Compares what came next with `count` items for each position that its user did not choose. */
export function ownNegativeLoss(train: Dataset, count: number, compare: Compare): NextItemLoss {
  const sampler = uniformNegatives(train);
  return (states, { items, bias }, batch, random) => {
    const [positions, dim]: number[] = states.shape;
    const { wanted, shares } = targetsOf(states, batch);
    const scoresOf = (chosen: Int32Array, places: number): tf.Tensor => {
      const rows = tf.reshape(tf.lookup(items, chosen), [positions, places, dim]);
      const products = tf.sum(tf.mul(rows, tf.expandDims(states, 1)), 2);
      return tf.add(products, tf.reshape(tf.lookup(bias, chosen), [positions, places]));
    };
    const next = scoresOf(wanted, 1);
    const others = scoresOf(drawOwn(batch, positions, count, sampler, random), count);
    return tf.sum(tf.mul(compare(next, others), tf.tensor2d(shares, [positions, 1])));
  };
}

/** For each position so many negatives of its user, zeros at the tail: `[positions · count]` */
function drawOwn(
  { users, lengths }: SequenceBatch,
  positions: number,
  count: number,
  sampler: NegativeSampler,
  random: Random,
): Int32Array {
  const key = random.bits();
  const drawn = new Int32Array(positions * count);
  let place = 0;
  for (const [list, length] of lengths.entries()) {
    for (const end = place + length * count; place < end; place++) {
      drawn[place] = sampler(users[list], randomBits(key, place));
    }
  }
  return drawn;
}
