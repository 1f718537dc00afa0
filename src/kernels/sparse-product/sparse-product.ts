import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import type { Sparse } from '../sparse';
import { sparseProductOnGpu } from './gpu';
import { sparseProductOnHost } from './host';

const kernel = defineKernel('SparseProduct', {
  host: sparseProductOnHost,
  gpu: sparseProductOnGpu,
});

/**
 * `[rows, columns] · [columns, width]`, the first of which is sparse: the rows of `table`
 * that each row names, weighted and summed in their order. Not differentiable.
 */
export function sparseProduct({ offsets, indices, values }: Sparse, table: Tensor): Tensor {
  return kernel([offsets, indices, values, table])[0];
}
