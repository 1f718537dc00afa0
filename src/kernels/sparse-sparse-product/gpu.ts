import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import shader from './sparse-sparse-product.wgsl?raw';

export function sparseSparseProductOnGpu(
  gpu: Gpu,
  [offsets, indices, values, columns, weights]: readonly TensorInfo[],
  { width }: { readonly width: number },
): TensorInfo[] {
  const rows = offsets.shape[0] - 1;
  const [, kept] = columns.shape;
  const sums = gpu.make([rows, width]);
  const workgroups = workgroupsFor(rows, 1);
  gpu.run({
    shader,
    tensors: [offsets, indices, values, columns, weights, sums],
    writes: [sums],
    integers: [rows, kept, width, workgroups[0]],
    workgroups,
  });
  return [sums];
}
