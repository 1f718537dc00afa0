import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Dropped } from '../dropout/dropped';
import type { Ragged } from '../ragged';
import { attendBackOnGpu, attendOnGpu } from './gpu';
import { attendBackOnHost, attendOnHost } from './host';

const forward = defineKernel('Attend', { host: attendOnHost, gpu: attendOnGpu });
const backward = defineKernel('AttendGradient', { host: attendBackOnHost, gpu: attendBackOnGpu });

export interface Attention {
  readonly heads: number;
  readonly ragged: Ragged;
  /** Whether a position sees only itself and what is older, or all of its sequence. */
  readonly causal: boolean;
  /** For the probabilities, which are not scaled to a sum of 1 again. */
  readonly dropped: Dropped | null;
}

/** What kernels are told of it. */
export type AttentionNumbers = Dropped & {
  readonly heads: number;
  /** 0 or 1 */
  readonly causal: number;
  /** Pairs of positions that see each other, at most: a measure of the work. */
  readonly pairs: number;
};

/**
 * Scaled dot-product attention within each sequence: `projected` `[positions, 3 · heads ·
 * dim]` holds the query, the key and the value of each position, each of them head by
 * head; gives `[positions, heads · dim]`, zero at the tail. The affinities of a sequence
 * are never all held at once on a GPU.
 * Vaswani et al. (2017), https://arxiv.org/abs/1706.03762;
 * Dao et al. (2022), https://arxiv.org/abs/2205.14135
 */
export function attend(projected: Tensor, { heads, ragged, causal, dropped }: Attention): Tensor {
  const { offsets, starts, ends } = ragged;
  const numbers: AttentionNumbers = {
    heads,
    causal: Number(causal),
    pairs: pairsOf(offsets),
    rate: dropped?.rate ?? 0,
    seed: dropped?.seed ?? 0,
  };
  return differentiable([projected], {
    forward() {
      const [seen, logSums] = forward([projected, starts, ends], numbers);
      return { value: seen, saved: [projected, starts, ends, seen, logSums] };
    },
    backward: (dSeen, saved) => backward([dSeen, ...saved], numbers),
  });
}

function pairsOf(offsets: Int32Array): number {
  let pairs = 0;
  for (let i = 1; i < offsets.length; i++) pairs += (offsets[i] - offsets[i - 1]) ** 2;
  return pairs;
}
