import type * as tf from '../../kernels/tensor';
import * as kernel from '../../kernels/layer-norm/add-norm';
import type { NormWeights } from '../../kernels/layer-norm/layer-norm';
import { lookupSum } from '../../kernels/lookup-sum/lookup-sum';
import { draw, type Dropout } from './dropout';

export { dense } from '../../kernels/dense/dense';
export { layerNorm, type NormWeights } from '../../kernels/layer-norm/layer-norm';

/**
 * A residual connection and the layer norm behind it: `x + drop(y)`, and the norm of that,
 * all `[rows, dim]`.
 */
export function addNorm(
  x: tf.Tensor,
  y: tf.Tensor,
  weights: NormWeights,
  dropout: Dropout | null,
): readonly [sum: tf.Tensor, normal: tf.Tensor] {
  return kernel.addNorm(x, y, weights, draw(dropout));
}

/** `drop(factor · first + second)` for rows of two tables `[rows, dim]`: `[events, dim]` */
export function embed(
  first: tf.Lookup,
  second: tf.Lookup,
  factor: number,
  dropout: Dropout | null,
): tf.Tensor {
  return lookupSum(first, second, { factor, ...(draw(dropout) ?? { rate: 0, seed: 0 }) });
}
