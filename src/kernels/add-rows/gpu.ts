import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { lanesOf } from '../lanes';
import shader from './add-rows.wgsl?raw';

/** Adds `rows` `[events, …]` to those of `table` that `segments` name, in place. */
export function addRowsOnGpu(
  gpu: Gpu,
  [rows, segments, table]: readonly TensorInfo[],
  { count }: { readonly count: number },
): TensorInfo[] {
  const [events, ...rowShape] = rows.shape;
  const width = rowShape.reduce((product, length) => product * length, 1);
  const { lanes, prelude } = lanesOf(width);
  const workgroups = workgroupsFor((count * width) / lanes);
  gpu.run({
    shader: prelude + shader,
    tensors: [rows, segments, table],
    writes: [table],
    integers: [count, events, width / lanes, 64 * workgroups[0]],
    workgroups,
  });
  return [];
}
