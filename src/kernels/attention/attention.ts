import * as tf from '@tensorflow/tfjs-core';
import { attendBackward, attendForward } from './host';
import { defineHostKernel, differentiable } from '../kernel';

const forward = defineHostKernel('Attend', attendForward);
const backward = defineHostKernel('AttendGradient', attendBackward);

/** Scores of positions that must not be seen; finite, since a softmax over -∞ alone is NaN. */
const unseen = -1e9;

export interface Attention {
  /** `query`, `key` and `value` are `[batch, heads, time, dim]`. */
  readonly query: tf.Tensor;
  readonly key: tf.Tensor;
  readonly value: tf.Tensor;
  /** `[batch, time]` of 0 and 1 */
  readonly isReal: tf.Tensor;
  /** Multiplies the probabilities, `[batch, heads, time, time]`. */
  readonly mask: tf.Tensor | null;
}

/**
 * Scaled dot-product attention of each position over those real ones that are not
 * later, `[batch, heads, time, dim]`. What padding sees has no meaning.
 * Vaswani et al. (2017), https://arxiv.org/abs/1706.03762
 */
export function attend({ query, key, value, isReal, mask }: Attention): tf.Tensor {
  if (!forward.isAvailable()) return compose({ query, key, value, isReal, mask });
  const masks = mask ? [mask] : [];
  return differentiable([query, key, value], {
    forward() {
      const [seen, probabilities] = forward.run([query, key, value, isReal, ...masks]);
      return { value: seen, saved: [query, key, value, isReal, probabilities, ...masks] };
    },
    backward: (dSeen, saved) => backward.run([dSeen, ...saved]),
  });
}

function compose({ query, key, value, isReal, mask }: Attention): tf.Tensor {
  const dim = query.shape[3]!;
  const affinity = tf.mul(tf.matMul(query, key, false, true), 1 / Math.sqrt(dim));
  const attention = tf.softmax(tf.add(affinity, visibility(isReal))); // [batch, heads, time, time]
  return tf.matMul(mask ? tf.mul(attention, mask) : attention, value);
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
