import * as tf from '../../kernels/tensor';
import type { Random } from '../../kernels/random';

/** What a layer drops while it learns; null when it only serves. */
export interface Dropout {
  /** Share of numbers set to 0, `[0, 1)`. */
  readonly rate: number;
  readonly random: Random;
}

/**
 * Zeroes a random share of `x` and scales up the rest; gives `x` itself where
 * there is no dropout. Srivastava et al. (2014), https://jmlr.org/papers/v15/srivastava14a.html
 */
export function drop(x: tf.Tensor, dropout: Dropout | null): tf.Tensor {
  if (!dropout || dropout.rate === 0) return x;
  const { rate, random } = dropout;
  const kept = 1 / (1 - rate);
  const mask = Float32Array.from({ length: x.size }, () => (random.uniform() < rate ? 0 : kept));
  return tf.mul(x, tf.tensor(mask, x.shape));
}
