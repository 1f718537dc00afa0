import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import shader from './sparse-product.wgsl?raw';

export function sparseProductOnGpu(
  gpu: Gpu,
  [offsets, indices, values, table]: readonly TensorInfo[],
): TensorInfo[] {
  const rows = offsets.shape[0] - 1;
  const [, width] = table.shape;
  const { lanes, prelude } = lanesOf(width);
  const sums = gpu.make([rows, width]);
  const workgroups = workgroupsFor((rows * width) / lanes);
  gpu.run({
    shader: prelude + shader,
    tensors: [offsets, indices, values, table, sums],
    writes: [sums],
    integers: [rows, width / lanes, 64 * workgroups[0]],
    workgroups,
  });
  return [sums];
}
