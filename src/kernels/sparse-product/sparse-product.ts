import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Sparse, SparsePair } from '../sparse';
import { sparseProductOnGpu } from './gpu';
import { sparseProductOnHost } from './host';

const kernel = defineKernel('SparseProduct', {
  host: sparseProductOnHost,
  gpu: sparseProductOnGpu,
});

/**
 * `[rows, columns] · [columns, width]`, the first of which is sparse: the rows of `table`
 * that each row names, weighted and summed in their order. Not differentiable:
 * see `propagate`.
 */
export function sparseProduct({ offsets, indices, values }: Sparse, table: Tensor): Tensor {
  return kernel([offsets, indices, values, table])[0];
}

/**
 * The same product, which can be differentiated along `table`: `matrix` `[rows, columns]`
 * times `[columns, width]`. Its gradient is the product of the transpose with that of the result.
 */
export function propagate({ matrix, transposed }: SparsePair, table: Tensor): Tensor {
  const { rows, ...tensors } = transposed;
  return differentiable([table], {
    forward: () => ({ value: sparseProduct(matrix, table), saved: Object.values(tensors) }),
    backward: (dy, [offsets, indices, values]) => [
      sparseProduct({ rows, offsets, indices, values }, dy),
    ],
  });
}
