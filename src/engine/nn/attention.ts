import type * as tf from '../../kernels/tensor';
import { attend } from '../../kernels/attention/attention';
import type { Ragged } from '../../kernels/ragged';
import { draw, type Dropout } from './dropout';
import { dense } from './layers';

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
  { heads, ragged, causal, dropout }: AttentionOptions,
): tf.Tensor {
  const seen = attend(dense(x, input, null), { heads, ragged, causal, dropped: draw(dropout) });
  return dense(seen, output, null);
}
