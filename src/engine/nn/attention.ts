import * as tf from '../../kernels/tensor';
import { drop, type Dropout } from './dropout';
import { project } from './layers';

/** `query`, `key`, `value`, `output`: each `[dim, dim]`. */
export interface AttentionWeights {
  readonly query: tf.Tensor;
  readonly key: tf.Tensor;
  readonly value: tf.Tensor;
  readonly output: tf.Tensor;
}

/** Scores of positions that must not be seen; finite, since a softmax over -∞ alone is NaN. */
const unseen = -1e9;

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
  const affinity = tf.mul(tf.matMul(q, k, false, true), Math.sqrt(heads / dim));
  const attention = tf.softmax(tf.add(affinity, visibility(isReal))); // [batch, heads, time, time]
  const seen = tf.matMul(drop(attention, dropout), v);
  const merged = tf.reshape(tf.transpose(seen, [0, 2, 1, 3]), [batch, time, dim]);
  return project(merged, weights.output);
}

/** 0 where a position may be seen, else very low: `[batch, 1, time, time]`. */
function visibility(isReal: tf.Tensor): tf.Tensor {
  const [batch, time]: number[] = isReal.shape;
  const future = Float32Array.from({ length: time * time }, (_zero, i) =>
    i % time > Math.floor(i / time) ? unseen : 0,
  );
  const padding = tf.reshape(tf.mul(tf.sub(1, isReal), unseen), [batch, 1, 1, time]);
  return tf.add(tf.tensor(future, [1, 1, time, time]), padding);
}
