import { expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { topK } from '../../../src/kernels/score-topk/best';

test.each([
  ['the best first', [1, 3, 2], 2, [1, 2]],
  ['equal scores in index order', [5, 7, 5, 7, 5], 4, [1, 3, 0, 2]],
  ['all there are, if fewer', [2, 1], 5, [0, 1]],
  ['nothing of nothing', [], 3, []],
  ['nothing where none is wanted', [1, 2], 0, []],
  ['only what is finite', [NaN, -Infinity, 1, Infinity], 4, [2]],
])('%s', (_name, scores, k, expected) => {
  expect(Array.from(topK(scores, k))).toEqual(expected);
});

test('agrees with sorting', () => {
  const random = createRandom(1);
  for (const size of [1, 10, 1000]) {
    const scores = Float32Array.from({ length: size }, () => random.below(size / 2 + 1));
    const sorted = Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
    expect(Array.from(topK(scores, 20))).toEqual(sorted.slice(0, 20));
  }
});
