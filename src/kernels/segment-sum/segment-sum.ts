import { unsortedSegmentSum, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import { segmentSumBody } from './host';
import { defineHostKernel } from '../kernel';

const kernel = defineHostKernel('SegmentSum', segmentSumBody);

/**
 * Sums rows by segment: `rows` `[n, …]` and int32 `segments` `[n]` give `[count, …]`.
 * Segments outside `0 … count - 1` are left out where loops do it, in the order of
 * the rows, so that the result is repeatable. Not differentiable.
 */
export function segmentSum(rows: Tensor, segments: Tensor, count: number): Tensor {
  if (kernel.isAvailable()) return kernel.run([rows, segments], { count })[0];
  return unsortedSegmentSum(rows, segments as Tensor1D, count);
}
