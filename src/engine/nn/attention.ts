import * as tf from '../../kernels/tensor';
import { attend } from '../../kernels/attention/attention';
import type { Ragged } from '../../kernels/ragged';
import { draw, type Dropout } from './dropout';
import { dense } from './layers';
import { turn, type Turns } from './rotary';

export interface AttentionWeights {
  /** For query, key and value, side by side: `[dim, 3 dim]` */
  readonly input: tf.Tensor;
  /** `[dim, dim]` */
  readonly output: tf.Tensor;
}

export interface AttentionOptions {
  readonly heads: number;
  readonly ragged: Ragged;
  /** Whether a position sees only itself and what is older, or all of its sequence. */
  readonly causal: boolean;
  /** How far queries and keys are turned; null for not at all. */
  readonly turns: Turns | null;
  /** For the probabilities. */
  readonly dropout: Dropout | null;
}

/**
 * Multi-head self-attention within each sequence: `x` `[positions, dim]`, and so is the
 * result. Vaswani et al. (2017), https://arxiv.org/abs/1706.03762
 */
export function selfAttention(
  x: tf.Tensor,
  { input, output }: AttentionWeights,
  { ragged, causal, dropout, ...looks }: AttentionOptions,
): tf.Tensor {
  const projected = project(x, input, looks);
  const { heads } = looks;
  const seen = attend(projected, { heads, ragged, causal, dropped: draw(dropout) });
  return dense(seen, output, null);
}

/** Queries, keys and values, head by head: `[positions, 3 · dim]` */
function project(
  x: tf.Tensor,
  input: tf.Tensor,
  { heads, turns }: Pick<AttentionOptions, 'heads' | 'turns'>,
): tf.Tensor {
  const projected = dense(x, input, null);
  return turns ? turn(projected, heads, turns) : projected;
}

/**
 * The shares of attention that the newest position gives to all positions of its sequence, for
 * a single one: `x` `[positions, dim]` → `[heads, its length]`, each row together 1.
 */
export function attentionOfNewest(
  x: tf.Tensor,
  { input }: Pick<AttentionWeights, 'input'>,
  { ragged, ...looks }: Pick<AttentionOptions, 'heads' | 'ragged' | 'turns'>,
): tf.Tensor {
  const { heads } = looks;
  const [dim, length] = [input.shape[0], ragged.offsets[1]];
  const width = dim / heads;
  const projected = tf.slice(project(x, input, looks), [0, 0], [length, 3 * dim]);
  const [queries, keys] = tf.unstack(tf.reshape(projected, [length, 3, heads, width]), 1);
  const newest = tf.slice(queries, [length - 1, 0, 0], [1, heads, width]);
  const affinities = tf.sum(tf.mul(keys, newest), 2); // [length, heads]
  return tf.softmax(tf.transpose(tf.div(affinities, Math.sqrt(width))));
}

/** Shares `[read]` of those `events` of a history that were read, beside 0 for the others: `[count]` */
export function sharesOfEvents(
  shares: tf.Tensor,
  events: readonly number[],
  count: number,
): tf.Tensor {
  // The share 0 that lies behind all others is that of what is not read.
  const places = new Int32Array(count).fill(events.length);
  events.forEach((event, place) => (places[event] = place));
  return tf.gather(tf.concat([shares, tf.zeros([1])]), tf.tensor1d(places, 'int32'));
}
