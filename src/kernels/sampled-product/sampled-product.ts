import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import type { Sparse } from '../sparse';
import { sampledProductOnGpu } from './gpu';
import { sampledProductOnHost } from './host';

const kernel = defineKernel('SampledProduct', {
  host: sampledProductOnHost,
  gpu: sampledProductOnGpu,
});

/**
 * `x · tableᵀ`, `[rows, dim] · [dim, columns]`, only where `pattern` has entries, whose
 * values do not matter: `[entries]`. Not differentiable.
 */
export function sampledProduct(x: Tensor, table: Tensor, pattern: Sparse): Tensor {
  return kernel([x, table, pattern.offsets, pattern.indices])[0];
}
