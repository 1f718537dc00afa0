import * as tf from '../../kernels/tensor';
import { attend } from '../../kernels/attention/attention';
import { maskFor, type Dropout } from './dropout';
import { project } from './layers';

/** `query`, `key`, `value`, `output`: each `[dim, dim]`. */
export interface AttentionWeights {
  readonly query: tf.Tensor;
  readonly key: tf.Tensor;
  readonly value: tf.Tensor;
  readonly output: tf.Tensor;
}

/**
 * Causal multi-head self-attention: position `t` sees positions `≤ t` that hold a
 * real item. `x` `[batch, time, dim]`, `isReal` `[batch, time]` of 0 and 1; returns
 * `[batch, time, dim]`. Vaswani et al. (2017), https://arxiv.org/abs/1706.03762
 */
export function causalAttention(
  x: tf.Tensor,
  isReal: tf.Tensor,
  weights: AttentionWeights,
  { heads, dropout }: { heads: number; dropout: Dropout | null },
): tf.Tensor {
  const [batch, time, dim]: number[] = x.shape;
  const split = (projected: tf.Tensor): tf.Tensor =>
    tf.transpose(tf.reshape(projected, [batch, time, heads, dim / heads]), [0, 2, 1, 3]);
  const q = split(project(x, weights.query)); // [batch, heads, time, dim / heads]
  const k = split(project(x, weights.key));
  const v = split(project(x, weights.value));
  const mask = dropout && dropout.rate > 0 ? maskFor([batch, heads, time, time], dropout) : null;
  const seen = attend({ query: q, key: k, value: v, isReal, mask });
  const merged = tf.reshape(tf.transpose(seen, [0, 2, 1, 3]), [batch, time, dim]);
  return project(merged, weights.output);
}
