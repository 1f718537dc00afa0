import * as tf from '@tensorflow/tfjs';

/**
 * Mean cross-entropy of a softmax over all items, whose scores are `states`
 * `[positions, dim]` times the table of items.
 */
export function catalogueLoss(
  states: tf.Tensor,
  { items, bias }: { readonly items: tf.Tensor; readonly bias: tf.Tensor },
  targets: Int32Array,
): tf.Scalar {
  const logits = tf.add(tf.matMul(states, items, false, true), bias);
  const wanted = tf.oneHot(tf.tensor1d(targets, 'int32'), items.shape[0]);
  return tf.losses.softmaxCrossEntropy(wanted, logits);
}
