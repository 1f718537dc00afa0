import * as tf from '../../kernels/tensor';
import { dropoutMask } from '../../kernels/dropout-mask/dropout-mask';
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
  return tf.mul(x, maskFor(x.shape, dropout));
}

/** A mask to multiply by, `shape`. */
export function maskFor(shape: readonly number[], { rate, random }: Dropout): tf.Tensor {
  return dropoutMask(shape, rate, random.bits());
}
