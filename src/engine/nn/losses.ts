import * as tf from '../../kernels/tensor';

/**
 * Mean of `-log σ(positive - negative)` over a batch: both `[batch]`.
 * Rendle et al. (2009), https://arxiv.org/abs/1205.2618
 */
export function bprLoss(positive: tf.Tensor, negative: tf.Tensor): tf.Tensor {
  return tf.mean(tf.softplus(tf.sub(negative, positive)));
}

/** The smallest probability whose logarithm float32 still holds. */
const tiny = 1e-37;

/**
 * Mean cross-entropy of a softmax over the whole catalogue: `logits`
 * `[events, items]`, `targets` `[events]` item indices, `counted` `[events]` of 0
 * and 1. The gradient is written down, because `softmax - target` needs no second
 * pass over the logits.
 */
export function softmaxCrossEntropy(
  logits: tf.Tensor,
  targets: tf.Tensor,
  counted: tf.Tensor,
): tf.Tensor {
  const [events, items]: number[] = logits.shape;
  const shares = tf.div(counted, tf.sum(counted)); // [events]
  const op = tf.customGrad((...inputs) => {
    const [x, save] = inputs as unknown as [tf.Tensor, tf.GradSaver];
    const probabilities = tf.softmax(x);
    save([probabilities, targets, shares]);
    const chosen = tf.gather(probabilities, tf.reshape(targets, [events, 1]), 1, 1);
    const surprise = tf.neg(tf.log(tf.maximum(tf.reshape(chosen, [events]), tiny)));
    return {
      value: tf.sum(tf.mul(surprise, shares)),
      gradFunc: (dy, saved) => {
        const [softmax, wanted, weights] = saved as tf.Tensor[];
        const error = tf.sub(softmax, tf.oneHot(wanted, items));
        return tf.mul(error, tf.mul(dy as tf.Tensor, tf.reshape(weights, [events, 1])));
      },
    };
  });
  return op(logits);
}
