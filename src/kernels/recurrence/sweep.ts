import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import type { Active } from './schedule';
import stepShader from './step.wgsl?raw';

/** A pass over all steps of a recurrence, a dispatch each. */
interface Sweep {
  /** What follows `step.wgsl`. */
  readonly shader: string;
  readonly units: number;
  readonly active: Active;
  readonly tensors: readonly TensorInfo[];
  readonly writes: readonly TensorInfo[];
}

/** Sequences, and units, that one invocation takes. */
const [sequencesEach, unitsEach] = [8, 4];

/** Invocations in a workgroup: few, for there are few of them. */
const groupSize = 32;

export function sweepForward(gpu: Gpu, sweep: Sweep): void {
  const counts = Object.values(sweep.active);
  for (let step = 0; step < counts.length; step++) runStep(gpu, sweep, counts, step);
}

export function sweepBackward(gpu: Gpu, sweep: Sweep): void {
  const counts = Object.values(sweep.active);
  for (let step = counts.length - 1; step >= 0; step--) runStep(gpu, sweep, counts, step);
}

function runStep(
  gpu: Gpu,
  { shader, units, tensors, writes }: Sweep,
  counts: readonly number[],
  step: number,
): void {
  const tiles = Math.ceil(counts[step] / sequencesEach) * (units / unitsEach);
  gpu.run({
    shader: stepShader + shader,
    constants: { UNITS: units, GROUP: groupSize },
    tensors,
    writes,
    integers: [step, counts[step], counts[step + 1] ?? 0],
    workgroups: workgroupsFor(tiles, groupSize),
  });
}
