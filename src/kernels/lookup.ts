import {
  gather,
  reshape,
  unsortedSegmentSum,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { differentiable } from './kernel';

/**
 * Rows of a table: `table` `[rows, …]` and int32 `indices` of any shape give
 * `[…indices, …]`. Unlike TensorFlow.js's own gather, its gradient needs no
 * transposes: it sums the gradients of equal indices.
 */
export function lookup(table: Tensor, indices: Tensor): Tensor {
  const [rows, ...rowShape]: number[] = table.shape;
  return differentiable([table], {
    forward: () => ({ value: gather(table, indices), saved: [indices] }),
    backward(dy, [segments]) {
      const flat = reshape(dy, [segments.size, ...rowShape]);
      return [unsortedSegmentSum(flat, reshape(segments, [segments.size]) as Tensor1D, rows)];
    },
  });
}
