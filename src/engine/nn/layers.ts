import * as tf from '../../kernels/tensor';

export { layerNorm } from '../../kernels/layer-norm/layer-norm';

/** `[rows, in] · [in, out] + [out] → [rows, out]`; the bias may be left out. */
export function project(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor): tf.Tensor {
  const product = tf.matMul(x, weight);
  return bias ? tf.add(product, bias) : product;
}
