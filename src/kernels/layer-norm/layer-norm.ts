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

/**
 * Brings each vector to mean 0 and variance 1, then scales and shifts it:
 * `x` `[rows, dim]`, `scale` and `shift` `[dim]`. Ba et al. (2016), https://arxiv.org/abs/1607.06450
 */
export function layerNorm(x: Tensor, scale: Tensor, shift: Tensor): Tensor {
  return differentiable([x, scale, shift], {
    forward() {
      const [value, moments] = forward([x, scale, shift], { epsilon });
      return { value, saved: [x, scale, moments] };
    },
    backward: (dy, saved) => backward([dy, ...saved]),
  });
}
