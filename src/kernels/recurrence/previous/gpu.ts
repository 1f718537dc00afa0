import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../../gpu';
import shader from './previous.wgsl?raw';

export function forward(gpu: Gpu, [states, starts]: readonly TensorInfo[]): TensorInfo[] {
  const [positions, units]: number[] = states.shape;
  const previous = gpu.make(states.shape);
  gpu.run({
    shader,
    constants: { QUADS: units / 4 },
    tensors: [states, starts, previous],
    writes: [previous],
    integers: [positions],
    workgroups: workgroupsFor((positions * units) / 4),
  });
  return [previous];
}
