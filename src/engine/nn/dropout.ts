import * as tf from '../../kernels/tensor';
import type { Dropped } from '../../kernels/dropout/dropped';
import * as kernel from '../../kernels/dropout/dropout';
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
  const dropped = draw(dropout);
  return dropped ? kernel.dropout(x, dropped) : x;
}

/** `x + drop(y)` */
export function addDropped(x: tf.Tensor, y: tf.Tensor, dropout: Dropout | null): tf.Tensor {
  const dropped = draw(dropout);
  return dropped ? kernel.addDropped(x, y, dropped) : tf.add(x, y);
}

/** What to drop this time; null where nothing is. */
export function draw(dropout: Dropout | null): Dropped | null {
  if (!dropout || dropout.rate === 0) return null;
  return { rate: dropout.rate, seed: dropout.random.bits() };
}
