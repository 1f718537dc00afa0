import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../../gpu';
import { multiplyInto } from '../../matmul/multiply';
import shader from './previous.wgsl?raw';

export function onGpu(
  gpu: Gpu,
  [states, starts, dSent]: readonly TensorInfo[],
  { hasBias }: { readonly hasBias: number },
): TensorInfo[] {
  const [units, width] = [states, dSent].map(({ shape }) => shape[1]!);
  const previous = previousStates(gpu, states, starts);
  const dHidden = gpu.make([units, width]);
  const dBias = hasBias ? [gpu.make([width])] : [];
  multiplyInto(gpu, dHidden, previous, dSent, { transposeA: true, sums: dBias[0] });
  gpu.free(previous);
  return [dHidden, ...dBias];
}

/** The states of the position before, or zeros where a sequence begins and at the tail. */
function previousStates(gpu: Gpu, states: TensorInfo, starts: TensorInfo): TensorInfo {
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
  return previous;
}
