import { tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { sumRows } from '../add-rows/add-rows';
import { learnedRows, type Lookup } from '../differentiate';
import type { Dropped } from '../dropout/dropped';
import { defineKernel, differentiable } from '../kernel';
import { lookupSumBackOnGpu, lookupSumOnGpu } from './gpu';
import { lookupSumBackOnHost, lookupSumOnHost } from './host';

const kernel = defineKernel('LookupSum', { host: lookupSumOnHost, gpu: lookupSumOnGpu });
const gradient = defineKernel('LookupSumGradient', {
  host: lookupSumBackOnHost,
  gpu: lookupSumBackOnGpu,
});

/** What is dropped of a sum in which one part counts `factor` times. */
export type DroppedSum = Dropped & { readonly factor: number };

/**
 * `dropout(factor · first + second)` for rows of two tables, `[rows, dim]` each, that
 * `[events]` indices name: `[events, dim]`. As with `lookup`, no gradient of a learned table
 * is formed.
 */
export function lookupSum(first: Lookup, second: Lookup, dropped: DroppedSum): Tensor {
  const parts = [first, second];
  const tables = parts.map(({ table }) => table);
  const forward = (): Tensor =>
    tidy(() => {
      const inputs = parts.flatMap(({ table, indices }) => [table, tensor1d(indices, 'int32')]);
      return kernel(inputs, dropped)[0];
    });
  const backward = (dy: Tensor): Tensor[] => gradient([dy], dropped);
  return (
    learnedRows(parts, forward, backward) ??
    differentiable(tables, {
      forward: () => ({ value: forward(), saved: [] }),
      backward: (dy) =>
        backward(dy).map((rows, i) => sumRows(rows, parts[i].indices, tables[i].shape)),
    })
  );
}
