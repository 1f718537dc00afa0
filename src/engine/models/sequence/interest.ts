import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { dense } from '../../nn/layers';
import { interestIn, type ReadEvents } from '../../nn/target-attention';
import { glorotWeight, type Weights } from '../../nn/weights';

/** Items that may come next. */
export interface Candidates {
  /** `[lists, n, dim]`, or `[1, n, dim]` where all lists have the same */
  readonly vectors: tf.Tensor;
  /** `[lists, n]` or `[1, n]` */
  readonly bias: tf.Tensor;
}

/** What judges an interest: a layer, beside a product, from which it begins. */
export function startJudge(
  { dim, hidden }: { readonly dim: number; readonly hidden: number },
  random: Random,
): Weights {
  return {
    agreement: tf.ones([dim, 1]),
    inner: glorotWeight(2 * dim, hidden, random),
    innerItem: glorotWeight(dim, hidden, random),
    innerBias: tf.zeros([hidden]),
    outer: tf.zeros([hidden, 1]),
  };
}

/**
 * Scores of candidates, `[lists, n]`: a layer over the interest in each, its product with the
 * candidate and the candidate; what the layer makes of an item is worked out once for all lists.
 */
export function judge(
  weights: Weights,
  read: ReadEvents,
  { vectors, bias }: Candidates,
): tf.Tensor {
  const interest = interestIn(weights, read, vectors);
  const [lists, n]: number[] = interest.shape;
  const product = tf.mul(interest, vectors);
  const met = overRows(tf.concat([interest, product], 2), weights.inner, null);
  const own = overRows(vectors, weights.innerItem, weights.innerBias);
  const answer = overRows(tf.relu(tf.add(met, own)), weights.outer, null);
  const agreed = overRows(product, weights.agreement, null);
  return tf.add(tf.reshape(tf.add(answer, agreed), [lists, n]), bias);
}

/** A dense layer over the last axis of `x` `[lists, n, in]`: `[lists, n, out]` */
function overRows(x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor | null): tf.Tensor {
  const [lists, n, width]: number[] = x.shape;
  return tf.reshape(dense(tf.reshape(x, [lists * n, width]), weight, bias), [lists, n, -1]);
}
