import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import shader from './sampled-product.wgsl?raw';

export function sampledProductOnGpu(
  gpu: Gpu,
  [x, table, offsets, indices]: readonly TensorInfo[],
): TensorInfo[] {
  const [rows, width] = x.shape;
  const { lanes, prelude } = lanesOf(width);
  const products = gpu.make(indices.shape);
  const workgroups = workgroupsFor(rows, 1);
  gpu.run({
    shader: prelude + shader,
    tensors: [x, table, offsets, indices, products],
    writes: [products],
    integers: [rows, width / lanes, workgroups[0]],
    workgroups,
  });
  return [products];
}
