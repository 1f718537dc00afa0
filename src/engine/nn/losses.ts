import { catalogueLoss, type Catalogue } from '../../kernels/catalogue-loss/catalogue-loss';
import { crossEntropy } from '../../kernels/cross-entropy/cross-entropy';
import * as tf from '../../kernels/tensor';

/**
 * Mean of `-log σ(positive - negative)` over a batch: both `[batch]`.
 * Rendle et al. (2009), https://arxiv.org/abs/1205.2618
 */
export function bprLoss(positive: tf.Tensor, negative: tf.Tensor): tf.Tensor {
  return tf.mean(tf.softplus(tf.sub(negative, positive)));
}

/**
 * Mean cross-entropy of a softmax over the whole catalogue: `logits` `[events, items]`,
 * `targets` `[events]` item indices, `counted` `[events]` of 0 and 1.
 */
export function softmaxCrossEntropy(
  logits: tf.Tensor,
  targets: tf.Tensor,
  counted: tf.Tensor,
): tf.Tensor {
  return crossEntropy(logits, targets, tf.div(counted, tf.sum(counted)));
}

/**
 * The same for logits that are the scores of the catalogue, `states · items + bias`,
 * which are never held all at once: `states` `[events, dim]`, `items` `[items, dim]`,
 * `bias` `[items]`.
 */
export function catalogueCrossEntropy(
  states: tf.Tensor,
  catalogue: Catalogue,
  targets: tf.Tensor,
  counted: tf.Tensor,
): tf.Tensor {
  return catalogueLoss(states, catalogue, targets, tf.div(counted, tf.sum(counted)));
}
