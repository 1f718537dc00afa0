import { tensor1d, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import { groupByRow } from '../segments';
import { denseOnGpu, rowsOnGpu } from './gpu';
import { denseOnHost, rowsOnHost } from './host';
import { momentsOf, type Rule } from './rule';

export { momentsOf, type Rule } from './rule';

const dense = defineKernel('OptimizeDense', { host: denseOnHost, gpu: denseOnGpu });
const rows = defineKernel('OptimizeRows', { host: rowsOnHost, gpu: rowsOnGpu });

/** A weight, and what its rule remembers of earlier gradients. */
export interface Learned {
  readonly weight: Tensor;
  /** `[moments of the rule, …weight]`, from `startMoments`. */
  readonly moments: Tensor;
}

/** Moments before the first step; for a rule without any, four numbers that nobody reads. */
export function startMoments(weight: Tensor, rule: Rule['name']): Tensor {
  const count = momentsOf[rule];
  return zeros(count === 0 ? [4] : [count, ...weight.shape]);
}

/** One step of whole weights, each against its gradient, in place. */
export function stepDense(
  steps: readonly (Learned & { readonly gradient: Tensor })[],
  rule: Rule,
): void {
  const { name, ...numbers } = rule;
  const tensors = steps.flatMap(({ gradient, weight, moments }) => [gradient, weight, moments]);
  dense(tensors, { ...numbers, moments: momentsOf[name] });
}

/**
 * One step of the rows of a table that `indices` `[events]` name, in place: the rows of
 * `gradients` `[events, …]` are summed for each, in their order. All other rows, and
 * their moments, stay as they are: the lazy Adam of PyTorch's SparseAdam, whose bias
 * correction counts every step, whether or not it touched the row.
 */
export function stepRows(
  { weight, moments }: Learned,
  { indices, gradients }: { readonly indices: Int32Array; readonly gradients: Tensor },
  rule: Rule,
): void {
  const { name, ...numbers } = rule;
  const { count, packed } = groupByRow(indices);
  tidy(() => {
    const segments = tensor1d(packed, 'int32');
    rows([gradients, segments, weight, moments], { ...numbers, count, moments: momentsOf[name] });
  });
}
