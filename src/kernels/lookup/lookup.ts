import { tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { learnedRows } from '../differentiate';
import { defineKernel, differentiable } from '../kernel';
import { sumRows } from '../add-rows/add-rows';
import { gatherOnGpu } from './gpu';
import { gatherOnHost } from './host';

const gather = defineKernel('Lookup', { host: gatherOnHost, gpu: gatherOnGpu });

/**
 * Rows of a table: `table` `[rows, …]` and `indices` `[events]` give `[events, …]`. No
 * gradient of a learned table is formed: `differentiate` finds that of the rows. Of
 * any other tensor it is the sum of the gradients of equal indices.
 */
export function lookup(table: Tensor, indices: Int32Array): Tensor {
  const rowsOf = (): Tensor => tidy(() => gather([table, tensor1d(indices, 'int32')])[0]);
  return (
    learnedRows([{ table, indices }], rowsOf, (gradient) => [gradient]) ??
    differentiable([table], {
      forward: () => ({ value: rowsOf(), saved: [] }),
      backward: (dy) => [sumRows(dy, indices, table.shape)],
    })
  );
}
