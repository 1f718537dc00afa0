import { tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import type { Lists } from '../lists';
import { scoreTopKOnGpu, topKOfScoresOnGpu } from './gpu';
import { scoreTopKOnHost, topKOfScoresOnHost } from './host';

const scoreKernel = defineKernel('ScoreTopK', { host: scoreTopKOnHost, gpu: scoreTopKOnGpu });
const scoresKernel = defineKernel('TopKOfScores', {
  host: topKOfScoresOnHost,
  gpu: topKOfScoresOnGpu,
});

/** What items are scored by. */
export interface Catalogue {
  /** `[items, dim]` */
  readonly items: Tensor;
  /** `[items]`, or null for none. */
  readonly bias: Tensor | null;
}

/** Items best first, equal scores in index order; -1 and -∞ where there are no more. */
export interface TopK {
  /** int32 `[queries, k]` */
  readonly items: Tensor;
  /** `[queries, k]` */
  readonly scores: Tensor;
}

/**
 * The `k` items with the highest scores, `users · itemsᵀ + bias`, for each of `users`
 * `[queries, dim]`, less those that each has `seen`. Scores that are not finite do not
 * count. The matrix of all scores is never there as a whole. Not differentiable.
 */
export function scoreTopK(users: Tensor, { items, bias }: Catalogue, seen: Lists, k: number): TopK {
  const [[queries], [count]]: number[][] = [users.shape, items.shape];
  return best([queries, k], (top) => {
    scoreKernel([users, items, bitsOf(seen, count), ...top, ...(bias ? [bias] : [])]);
  });
}

/** The same for scores that are there already, `[queries, items]`. */
export function topKOfScores(scores: Tensor, seen: Lists, k: number): TopK {
  const [queries, count]: number[] = scores.shape;
  return best([queries, k], (top) => scoresKernel([scores, bitsOf(seen, count), ...top]));
}

function best(
  shape: [queries: number, k: number],
  fill: (top: readonly [items: Tensor, scores: Tensor]) => void,
): TopK {
  const size = shape[0] * shape[1];
  const items = tensor2d(new Int32Array(size).fill(-1), shape, 'int32');
  const scores = tensor2d(new Float32Array(size).fill(-Infinity), shape);
  if (size > 0) tidy(() => fill([items, scores]));
  return { items, scores };
}

/** A bit for each item, in words of 32, `[queries, words]`: set where it is left out, and beyond the last. */
function bitsOf({ offsets, indices }: Lists, items: number): Tensor {
  const [queries, words] = [offsets.length - 1, Math.ceil(items / 32)];
  const bits = new Int32Array(queries * words);
  for (let query = 0; query < queries; query++) {
    const row = query * words;
    if (items % 32 > 0) bits[row + words - 1] = -1 << (items % 32);
    for (let place = offsets[query]; place < offsets[query + 1]; place++) {
      const item = indices[place];
      bits[row + (item >> 5)] |= 1 << (item & 31);
    }
  }
  return tensor2d(bits, [queries, words], 'int32');
}
