import * as tf from '../../kernels/tensor';

/** How the rows of `x` `[time, dim]` divide attention among those of `y` `[features, dim]`: `softmax(X Yᵀ)`, `[time, features]` */
export function featureShares(x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.softmax(tf.matMul(x, y, false, true));
}

/**
 * What a history sees in item features: `A Y`, `[time, dim]`, where `A = softmax(X Yᵀ)` are the
 * shares of attention of `x` `[time, dim]` among `y` `[features, dim]`. Row `t` is `Σⱼ aₜⱼ yⱼ`,
 * a mean of the features. It is sometimes printed as `Σⱼ aₜⱼ xₜ`: since each row of `A` sums to
 * one, that is `xₜ` itself, whatever the features are.
 * Luong et al. (2015), https://arxiv.org/abs/1508.04025
 */
export function attendToFeatures(x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return tf.matMul(featureShares(x, y), y);
}
