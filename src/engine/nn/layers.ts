import * as tf from '../../kernels/tensor';

/** `[batch, time, in] · [in, out] + [out] → [batch, time, out]`; the bias may be left out. */
export function project(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor): tf.Tensor {
  const [batch, time, dim]: number[] = x.shape;
  const flat = tf.matMul(tf.reshape(x, [batch * time, dim]), weight);
  const product = tf.reshape(flat, [batch, time, -1]);
  return bias ? tf.add(product, bias) : product;
}

/**
 * Brings each vector to mean 0 and variance 1, then scales and shifts it:
 * `x` `[…, dim]`, `scale` and `shift` `[dim]`. Ba et al. (2016), https://arxiv.org/abs/1607.06450
 */
export function layerNorm(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  const normal = tf.mul(centred, tf.rsqrt(tf.add(variance, 1e-8)));
  return tf.add(tf.mul(normal, scale), shift);
}
