import { gather, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import type { Pattern, PatternPair } from '../sparse';
import { sparseProduct } from '../sparse-product/sparse-product';
import { sampledProductOnGpu } from './gpu';
import { sampledProductOnHost } from './host';

const kernel = defineKernel('SampledProduct', {
  host: sampledProductOnHost,
  gpu: sampledProductOnGpu,
});

/**
 * `x · tableᵀ`, `[rows, dim] · [dim, columns]`, only where `pattern` has entries:
 * `[entries]`. Not differentiable: see `pairProducts`.
 */
export function sampledProduct(x: Tensor, table: Tensor, pattern: Pattern): Tensor {
  return kernel([x, table, pattern.offsets, pattern.indices])[0];
}

/**
 * The same products, which can be differentiated along both tables. Their gradients are
 * sparse products, so no row of either table is ever copied for an entry.
 */
export function pairProducts(x: Tensor, table: Tensor, pair: PatternPair): Tensor {
  return differentiable([x, table], {
    forward: () => {
      const { pattern, transposed, order } = pair;
      const places = [pattern.offsets, pattern.indices, transposed.offsets, transposed.indices];
      return { value: sampledProduct(x, table, pattern), saved: [x, table, ...places, order] };
    },
    backward(dy, [left, right, offsets, indices, turnedOffsets, turnedIndices, order]) {
      const forth = { ...pair.pattern, offsets, indices, values: dy };
      const turned = { offsets: turnedOffsets, indices: turnedIndices, values: gather(dy, order) };
      return [sparseProduct(forth, right), sparseProduct({ ...pair.transposed, ...turned }, left)];
    },
  });
}
