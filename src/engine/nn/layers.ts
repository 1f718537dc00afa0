import * as tf from '../../kernels/tensor';

export { layerNorm } from '../../kernels/layer-norm/layer-norm';

/** `[batch, time, in] · [in, out] + [out] → [batch, time, out]`; the bias may be left out. */
export function project(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor): tf.Tensor {
  const [batch, time, dim]: number[] = x.shape;
  const flat = tf.matMul(tf.reshape(x, [batch * time, dim]), weight);
  const product = tf.reshape(flat, [batch, time, -1]);
  return bias ? tf.add(product, bias) : product;
}
