import { gather, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from '../kernel';
import { segmentSum } from '../segment-sum/segment-sum';

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
      return [segmentSum(flat, reshape(segments, [segments.size]), rows)];
    },
  });
}
