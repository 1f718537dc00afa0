import { randomBits } from '../../kernels/counter-random';
import type { Lists } from '../../kernels/lists';
import type { Random } from '../../kernels/random';
import { pairProducts } from '../../kernels/sampled-product/sampled-product';
import { toPatternPair } from '../../kernels/sparse';
import * as tf from '../../kernels/tensor';
import type { SequenceBatch } from '../data/batches';
import type { Dataset } from '../data/dataset';
import { uniformNegatives, type NegativeSampler } from '../data/negatives';
import { targetsOf, type NextItemLoss } from './sequence';

/** The losses of scores `next` `[positions, 1]` beside `others` `[positions, negatives]`: `[positions, 1]` */
type Compare = (next: tf.Tensor, others: tf.Tensor) => tf.Tensor;

/** `-Σ ln σ(s⁺ - s⁻)`: Rendle et al. (2010), https://doi.org/10.1145/1772690.1772773 */
export const pairwise: Compare = (next, others) =>
  tf.sum(tf.softplus(tf.sub(others, next)), 1, true);

/**
 * Binary cross-entropy, `-(β ln σ(s⁺) + Σ ln(1 - σ(s⁻)))`, where `power` is β: 1 with one negative
 * in Kang & McAuley (2018), https://arxiv.org/abs/1808.09781, less in gBCE. It is computed in
 * logarithms, where the source of gBCE needs numbers of 64 bits. All scores are moved by what
 * makes the first ones right by chance, as in Lin et al. (2017), https://arxiv.org/abs/1708.02002:
 * many negatives would else begin with a slope so steep that Adam remembers it for long.
 */
export const binaryCrossEntropy =
  (power: number): Compare =>
  (next, others) => {
    const chance = Math.log(power / others.shape[1]!);
    const inFavour = tf.softplus(tf.neg(tf.add(next, chance)));
    const against = tf.sum(tf.softplus(tf.add(others, chance)), 1, true);
    return tf.add(tf.mul(inFavour, power), against);
  };

/**
 * The power β to which gBCE raises the probability of what came next: 1 for plain binary
 * cross-entropy at `calibration` 0, and α, the share of all other items that is drawn, at 1.
 * Petrov & Macdonald (2023), https://arxiv.org/abs/2308.07192
 */
export function calibrationPower(negatives: number, items: number, calibration: number): number {
  const share = Math.min(1, negatives / Math.max(1, items - 1));
  return share * (calibration * (1 - 1 / share) + 1 / share);
}

/**
 * Compares what came next with `count` items for each position that its user did not choose.
 * No row of an item is ever copied for a position.
 */
export function ownNegativeLoss(train: Dataset, count: number, compare: Compare): NextItemLoss {
  const sampler = uniformNegatives(train);
  return (states, { items, bias }, batch, random) => {
    const [positions]: number[] = states.shape;
    const { wanted, shares } = targetsOf(states, batch);
    const compared = drawOwn(batch, wanted, count, sampler, random);
    const pairs = toPatternPair(compared, items.shape[0]);
    const biases = pairProducts(tf.ones([positions, 1]), tf.expandDims(bias, 1), pairs);
    const all = tf.add(pairProducts(states, items, pairs), biases);
    const [next, others] = tf.split(tf.reshape(all, [positions, 1 + count]), [1, count], 1);
    return tf.sum(tf.mul(compare(next, others), tf.tensor2d(shares, [positions, 1])));
  };
}

/** For each position what is `wanted` there and `count` negatives of its user; zeros at the tail. */
function drawOwn(
  { users, lengths }: SequenceBatch,
  wanted: Int32Array,
  count: number,
  sampler: NegativeSampler,
  random: Random,
): Lists {
  const key = random.bits();
  const offsets = Int32Array.from({ length: wanted.length + 1 }, (_zero, i) => i * (1 + count));
  const indices = new Int32Array(wanted.length * (1 + count));
  let position = 0;
  for (const [list, length] of lengths.entries()) {
    for (const end = position + length; position < end; position++) {
      indices[offsets[position]] = wanted[position];
      for (let i = 0; i < count; i++) {
        const bits = randomBits(key, position * count + i);
        indices[offsets[position] + 1 + i] = sampler(users[list], bits);
      }
    }
  }
  return { offsets, indices };
}
