import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../gpu';
import { isPersistent } from './persistence';
import persistentShader from './persistent.wgsl?raw';
import type { Active } from './schedule';
import stepShader from './step.wgsl?raw';

/** A pass over all steps of a recurrence. */
interface Sweep {
  readonly gates: number;
  /** What follows `step.wgsl`, for a dispatch a step, … */
  readonly step: string;
  /** … and `persistent.wgsl`, for one in all. */
  readonly persistent: string;
  readonly units: number;
  readonly active: Active;
  readonly tensors: readonly TensorInfo[];
  readonly writes: readonly TensorInfo[];
}

/** From the first step to the last. */
export function sweepForward(gpu: Gpu, sweep: Sweep): void {
  if (isPersistent(gpu, sweep.gates * sweep.units)) {
    persist(gpu, sweep);
    return;
  }
  const counts = Object.values(sweep.active);
  for (let step = 0; step < counts.length; step++) runStep(gpu, sweep, counts, step);
}

/** And back. A step finds what the one after left for it in a last tensor, `[sequences, units]`. */
export function sweepBackward(gpu: Gpu, sweep: Sweep): void {
  if (isPersistent(gpu, sweep.gates * sweep.units)) {
    persist(gpu, sweep);
    return;
  }
  const counts = Object.values(sweep.active);
  const carried = gpu.make([counts[0] ?? 0, sweep.units]);
  const tensors = [...sweep.tensors, carried];
  const writes = [...sweep.writes, carried];
  for (let step = counts.length - 1; step >= 0; step--) {
    runStep(gpu, { ...sweep, tensors, writes }, counts, step);
  }
  gpu.free(carried);
}

/**
 * A workgroup for each sequence, with an invocation for each number of the gates.
 * Diamos et al. (2016), "Persistent RNNs", https://proceedings.mlr.press/v48/diamos16.html
 */
function persist(gpu: Gpu, { persistent, units, gates, active, tensors, writes }: Sweep): void {
  const sequences = active[0] ?? 0;
  if (sequences === 0) return;
  gpu.run({
    shader: persistentShader + persistent,
    constants: { UNITS: units, WIDTH: gates * units },
    tensors,
    writes,
    integers: [sequences],
    workgroups: workgroupsFor(sequences, 1),
  });
}

/** Sequences, and units, that one invocation of a step takes. */
const [sequencesEach, unitsEach] = [8, 4];

/** Invocations in its workgroups: few, for there are few of them. */
const groupSize = 32;

function runStep(
  gpu: Gpu,
  { step: shader, units, tensors, writes }: Sweep,
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
