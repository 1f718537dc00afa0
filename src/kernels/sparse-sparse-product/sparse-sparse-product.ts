import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import type { Sparse } from '../sparse';
import { sparseSparseProductOnGpu } from './gpu';
import { sparseSparseProductOnHost } from './host';

const kernel = defineKernel<{ width: number }>('SparseSparseProduct', {
  host: sparseSparseProductOnHost,
  gpu: sparseSparseProductOnGpu,
});

/** A sparse matrix whose rows have room for equally many entries (ELL). */
export interface EvenSparse {
  /** `[rows, kept]`: whole numbers, none twice in a row unless its weight is 0. */
  readonly columns: Tensor;
  /** `[rows, kept]` */
  readonly weights: Tensor;
}

/** The product of two sparse matrices, dense: `[rows, width]`. Not differentiable. */
export function sparseSparseProduct(
  { offsets, indices, values }: Sparse,
  { columns, weights }: EvenSparse,
  width: number,
): Tensor {
  return kernel([offsets, indices, values, columns, weights], { width })[0];
}
