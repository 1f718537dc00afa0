import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import type { Active } from './schedule';
import shader from './tail.wgsl?raw';

/** Writes zeros to the rows of `[positions, width]` that belong to no sequence. */
export function clearTail(gpu: Gpu, tensor: TensorInfo, active: Active): void {
  const [positions, width]: number[] = tensor.shape;
  const begin = positionsIn(active);
  if (begin === positions) return;
  gpu.run({
    shader,
    tensors: [tensor],
    writes: [tensor],
    integers: [(begin * width) / 4, (positions * width) / 4],
    workgroups: workgroupsFor(((positions - begin) * width) / 4),
  });
}

/** How many positions the sequences have, which is where the tail begins. */
function positionsIn(active: Active): number {
  return Object.values(active).reduce((sum, count) => sum + count, 0);
}
