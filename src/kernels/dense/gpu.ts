import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../gpu';
import { multiplyInto } from '../matmul/multiply';
import type { DenseAttributes } from './dense';

/** The activated sums, in one dispatch. */
export function denseOnGpu(
  gpu: Gpu,
  [x, weight, bias]: readonly TensorInfo[],
  { hasRelu }: DenseAttributes,
): TensorInfo[] {
  const value = gpu.make([x.shape[0], weight.shape[1]]);
  multiplyInto(gpu, value, x, weight, { bias, hasRelu: hasRelu === 1 });
  return [value];
}

/** The gradients of x, weight and, if there is one, bias, from that of the value. */
export function denseBackOnGpu(
  gpu: Gpu,
  [dValue, x, weight, value]: readonly TensorInfo[],
  { hasBias, hasRelu }: DenseAttributes,
): TensorInfo[] {
  const [dX, dWeight] = [x, weight].map(({ shape }) => gpu.make(shape));
  const dBias = hasBias ? [gpu.make([weight.shape[1]])] : [];
  const gate = (of: 'a' | 'b') => (hasRelu ? { gate: { of, numbers: value } } : {});
  multiplyInto(gpu, dX, dValue, weight, { transposeB: true, ...gate('a') });
  multiplyInto(gpu, dWeight, x, dValue, { transposeA: true, sums: dBias[0], ...gate('b') });
  return [dX, dWeight, ...dBias];
}
