import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import shader from './gather.wgsl?raw';

/** The rows of `table` `[rows, …]` that `indices` `[events]` name: `[events, …]`. */
export function gatherOnGpu(gpu: Gpu, [table, indices]: readonly TensorInfo[]): TensorInfo[] {
  const [events] = indices.shape;
  const rowShape = table.shape.slice(1);
  const width = rowShape.reduce((product, length) => product * length, 1);
  const { lanes, prelude } = lanesOf(width);
  const rows = gpu.make([events, ...rowShape]);
  const workgroups = workgroupsFor((events * width) / lanes);
  gpu.run({
    shader: prelude + shader,
    tensors: [table, indices, rows],
    writes: [rows],
    integers: [events, width / lanes, 64 * workgroups[0]],
    workgroups,
  });
  return [rows];
}
