import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../gpu';
import shader from './total.wgsl?raw';

/** The sum of `numbers` `[count]`, `[]`, in one dispatch: for losses of events. */
export function totalOf(gpu: Gpu, numbers: TensorInfo): TensorInfo {
  const sum = gpu.make([]);
  gpu.run({
    shader,
    tensors: [numbers, sum],
    writes: [sum],
    integers: [numbers.shape[0]],
    workgroups: [1],
  });
  return sum;
}
