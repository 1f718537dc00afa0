import * as tf from '@tensorflow/tfjs-core';
import { layerNormBackward, layerNormForward } from './host';
import { defineHostKernel, differentiable } from '../kernel';

const forward = defineHostKernel('LayerNorm', layerNormForward);
const backward = defineHostKernel('LayerNormGradient', layerNormBackward);

/** Added to the variance, so that a vector of equal numbers becomes zeros. */
const epsilon = 1e-8;

/**
 * Brings each vector to mean 0 and variance 1, then scales and shifts it:
 * `x` `[…, dim]`, `scale` and `shift` `[dim]`. Ba et al. (2016), https://arxiv.org/abs/1607.06450
 */
export function layerNorm(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  if (!forward.isAvailable()) return compose(x, scale, shift);
  return differentiable([x, scale, shift], {
    forward() {
      const [value, normal, inverse] = forward.run([x, scale, shift], { epsilon });
      return { value, saved: [scale, normal, inverse] };
    },
    backward: (dy, saved) => backward.run([dy, ...saved]),
  });
}

function compose(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  const normal = tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normal, scale), shift);
}
