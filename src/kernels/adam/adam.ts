import * as tf from '@tensorflow/tfjs-core';
import { adamForward, type AdamAttributes } from './host';
import { defineHostKernel } from '../kernel';

const kernel = defineHostKernel('Adam', adamForward);

/** A weight, and the running means of its gradient and of the square of that: one shape. */
export interface Moving {
  readonly weight: tf.Tensor;
  readonly mean: tf.Tensor;
  readonly square: tf.Tensor;
}

/** One step against `gradient`, as new tensors; `rate` is already corrected for the first steps. */
export function adam(
  { weight, mean, square }: Moving,
  gradient: tf.Tensor,
  attributes: AdamAttributes,
): Moving {
  if (!kernel.isAvailable()) return compose({ weight, mean, square }, gradient, attributes);
  const [newWeight, newMean, newSquare] = kernel.run([weight, gradient, mean, square], attributes);
  return { weight: newWeight, mean: newMean, square: newSquare };
}

function compose(
  before: Moving,
  gradient: tf.Tensor,
  { rate, beta1, beta2, epsilon }: AdamAttributes,
): Moving {
  const mean = decay(before.mean, gradient, beta1);
  const square = decay(before.square, tf.square(gradient), beta2);
  const change = tf.div(tf.mul(mean, rate), tf.add(tf.sqrt(square), epsilon));
  return { weight: tf.sub(before.weight, change), mean, square };
}

function decay(running: tf.Tensor, now: tf.Tensor, beta: number): tf.Tensor {
  return tf.add(tf.mul(running, beta), tf.mul(now, 1 - beta));
}
