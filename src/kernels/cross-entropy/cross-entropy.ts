import * as tf from '@tensorflow/tfjs-core';
import { crossEntropyForward } from './host';
import { defineHostKernel, differentiable } from '../kernel';

const forward = defineHostKernel('CrossEntropy', crossEntropyForward);

/** The smallest probability whose logarithm float32 still holds. */
const tiny = 1e-37;

/**
 * The cross-entropy of a softmax, weighted: `logits` `[events, items]`, `targets`
 * `[events]` item indices, `shares` `[events]`. The gradient is written down, because
 * `softmax - target` needs no second pass over the logits.
 */
export function crossEntropy(logits: tf.Tensor, targets: tf.Tensor, shares: tf.Tensor): tf.Tensor {
  return differentiable([logits], {
    forward() {
      const [value, gradient] = forward.isAvailable()
        ? forward.run([logits, targets, shares])
        : compose(logits, targets, shares);
      return { value, saved: [gradient] };
    },
    backward: (dy, [gradient]) => [tf.mul(gradient, dy)],
  });
}

/** The value, and its gradient. */
function compose(logits: tf.Tensor, targets: tf.Tensor, shares: tf.Tensor): tf.Tensor[] {
  const [events, items]: number[] = logits.shape;
  const probabilities = tf.softmax(logits);
  const chosen = tf.gather(probabilities, tf.reshape(targets, [events, 1]), 1, 1);
  const surprise = tf.neg(tf.log(tf.maximum(tf.reshape(chosen, [events]), tiny)));
  const error = tf.sub(probabilities, tf.oneHot(targets, items));
  return [tf.sum(tf.mul(surprise, shares)), tf.mul(error, tf.reshape(shares, [events, 1]))];
}
