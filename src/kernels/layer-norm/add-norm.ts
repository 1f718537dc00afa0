import { registerGradient, type Tensor } from '@tensorflow/tfjs-core';
import { defineKernel } from '../kernel';
import type { Dropped } from '../dropout/dropped';
import { addNormBackOnGpu, addNormOnGpu } from './gpu';
import { addNormBackOnHost, addNormOnHost } from './host';
import { epsilon, type NormWeights } from './layer-norm';

const forward = defineKernel('AddNorm', { host: addNormOnHost, gpu: addNormOnGpu });
const backward = defineKernel('AddNormGradient', {
  host: addNormBackOnHost,
  gpu: addNormBackOnGpu,
});

registerGradient({
  kernelName: 'AddNorm',
  inputsToSave: ['2'],
  outputsToSave: [true, false, true],
  gradFunc(dys, saved, attributes) {
    const [dSum, dNormal] = dys as Tensor[];
    const { rate, seed } = attributes as Dropped;
    const gradients = backward([dSum, dNormal, ...saved], { rate, seed });
    return Object.fromEntries(gradients.map((gradient, input) => [input, () => gradient]));
  },
});

/**
 * A residual connection and the layer norm behind it: `x + dropout(y)`, and the norm of
 * that, all `[rows, dim]`. Where only the norm is used, take both steps by themselves.
 */
export function addNorm(
  x: Tensor,
  y: Tensor,
  { scale, shift }: NormWeights,
  dropped: Dropped | null,
): readonly [sum: Tensor, normal: Tensor] {
  const { rate, seed } = dropped ?? { rate: 0, seed: 0 };
  const [sum, normal] = forward([x, y, scale, shift], { rate, seed, epsilon });
  return [sum, normal];
}
