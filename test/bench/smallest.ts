import type { Problem } from '../../bench/kernels/problems';

/** A problem of each kind that any adapter solves at once: to see that all agree. */
export const smallest: readonly Problem[] = [
  { kind: 'factorization', users: 30, items: 20, dim: 8, batch: 64, interactions: 200 },
  { kind: 'lstm', batch: 3, time: 5, dim: 8, items: 20, guesses: 'last' },
  { kind: 'lstm', batch: 3, time: 5, dim: 8, items: 20, guesses: 'every' },
  { kind: 'attention', batch: 3, time: 5, dim: 8, blocks: 2, items: 20, histories: 'full' },
  { kind: 'spmm', users: 30, items: 20, dim: 8, interactions: 200 },
  { kind: 'topk', users: 3, items: 40, dim: 8, k: 5, seen: 4 },
];
