import { tensor1d, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import { groupByRow } from '../segments';
import { addRowsOnGpu } from './gpu';
import { addRowsOnHost } from './host';

const kernel = defineKernel('AddRows', { host: addRowsOnHost, gpu: addRowsOnGpu });

/**
 * Adds each of `rows` `[events, …]` to that row of `table` which `indices` `[events]`
 * names, in place; those of one row are summed in their order, so that the result is
 * the same on every run. Not differentiable.
 */
export function addRows(table: Tensor, rows: Tensor, indices: Int32Array): void {
  const { count, packed } = groupByRow(indices);
  tidy(() => kernel([rows, tensor1d(packed, 'int32'), table], { count }));
}

/** The sums of `rows` `[events, …]` by the row that `indices` names, as a tensor of `shape`. */
export function sumRows(rows: Tensor, indices: Int32Array, shape: readonly number[]): Tensor {
  const sums = zeros([...shape]);
  addRows(sums, rows, indices);
  return sums;
}
