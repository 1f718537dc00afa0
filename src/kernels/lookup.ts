import { customGrad, gather, reshape, unsortedSegmentSum } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';

/** Keeps tensors for the gradient: those made on the way forward are freed before it. */
export type GradSaver = (tensors: Tensor[]) => void;

/**
 * Rows of a table: `table` `[rows, …]` and int32 `indices` of any shape give
 * `[…indices, …]`. Unlike TensorFlow.js's own gather, its gradient needs no
 * transposes: it sums the gradients of equal indices.
 */
export function lookup(table: Tensor, indices: Tensor): Tensor {
  const [rows, ...rowShape]: number[] = table.shape;
  const op = customGrad((...inputs) => {
    const [x, save] = inputs as unknown as [Tensor, GradSaver];
    save([indices]);
    return {
      value: gather(x, indices),
      gradFunc: (dy, saved) => {
        const [segments] = saved as Tensor[];
        const flat = reshape(dy as Tensor, [segments.size, ...rowShape]);
        return unsortedSegmentSum(flat, reshape(segments, [segments.size]) as Tensor1D, rows);
      },
    };
  });
  return op(table);
}
