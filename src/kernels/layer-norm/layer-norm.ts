import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import { layerNormBackOnGpu, layerNormOnGpu } from './gpu';
import { layerNormBackOnHost, layerNormOnHost } from './host';

const forward = defineKernel('LayerNorm', { host: layerNormOnHost, gpu: layerNormOnGpu });
const backward = defineKernel('LayerNormGradient', {
  host: layerNormBackOnHost,
  gpu: layerNormBackOnGpu,
});

/** Added to the variance, so that a vector of equal numbers becomes zeros. */
export const epsilon = 1e-8;

/** For vectors of `dim` numbers: `[dim]` both. */
export interface NormWeights {
  readonly scale: Tensor;
  readonly shift: Tensor;
}

/**
 * Brings each vector of `x` `[rows, dim]` to mean 0 and variance 1, then scales and shifts it.
 * Ba et al. (2016), https://arxiv.org/abs/1607.06450
 */
export function layerNorm(x: Tensor, { scale, shift }: NormWeights): Tensor {
  return differentiable([x, scale, shift], {
    forward() {
      const [value, moments] = forward([x, scale, shift], { epsilon });
      return { value, saved: [x, scale, moments] };
    },
    backward: (dy, saved) => backward([dy, ...saved]),
  });
}
