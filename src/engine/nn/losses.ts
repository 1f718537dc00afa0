import * as tf from '../../kernels/tensor';

/**
 * Mean of `-log σ(positive - negative)` over a batch: both `[batch]`.
 * Rendle et al. (2009), https://arxiv.org/abs/1205.2618
 */
export function bprLoss(positive: tf.Tensor, negative: tf.Tensor): tf.Tensor {
  return tf.mean(tf.softplus(tf.sub(negative, positive)));
}
