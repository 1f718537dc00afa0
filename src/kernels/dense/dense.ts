import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, differentiable } from '../kernel';
import { denseBackOnGpu, denseOnGpu } from './gpu';
import { denseBackOnHost, denseOnHost } from './host';

const forward = defineKernel('Dense', { host: denseOnHost, gpu: denseOnGpu });
const backward = defineKernel('DenseGradient', { host: denseBackOnHost, gpu: denseBackOnGpu });

export interface DenseAttributes extends Readonly<Record<string, number>> {
  /** 0 or 1, as the next. */
  readonly hasBias: number;
  readonly hasRelu: number;
}

/** What a dense layer does to its sums: nothing, or `max(x, 0)`. */
export type Activation = 'none' | 'relu';

/**
 * A dense layer: `activation(x · weight + bias)` for `x` `[rows, in]`, `weight` `[in, out]`
 * and `bias` `[out]`, which may be left out; `[rows, out]`.
 */
export function dense(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  activation: Activation = 'none',
): Tensor {
  const inputs = bias ? [x, weight, bias] : [x, weight];
  const attributes = { hasBias: Number(bias !== null), hasRelu: Number(activation === 'relu') };
  return differentiable(inputs, {
    forward() {
      const [value] = forward(inputs, attributes);
      return { value, saved: attributes.hasRelu ? [x, weight, value] : [x, weight] };
    },
    backward: (dy, saved) => backward([dy, ...saved], attributes),
  });
}
