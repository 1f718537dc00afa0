import type { RuleNumbers } from '../optimizer/rule';

/** How a factorization is told what it should have scored. */
export type FactorizationLoss = 'mse' | 'bce' | 'bpr' | 'sampled-softmax';

/** Numbers by which the kernels know a loss. */
export const lossCode = { mse: 0, bce: 1, bpr: 2, 'sampled-softmax': 3 } as const;

/** Items that an event scores by itself, the chosen one first. */
export function ownCandidates(code: number): 1 | 2 {
  return code === lossCode.bpr ? 2 : 1;
}

/** Numbers of a step beside its tensors. */
export interface StepNumbers extends RuleNumbers, Readonly<Record<string, number>> {
  /** Code of the loss. */
  readonly loss: number;
  readonly l2: number;
  readonly events: number;
  /** Items listed in the batch. */
  readonly candidates: number;
  /** Rows touched. */
  readonly users: number;
  readonly items: number;
}
