import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { clearTail } from '../tail';
import backwardShader from './backward.wgsl?raw';
import forwardShader from './forward.wgsl?raw';

/** Sequences that one invocation takes. */
const rows = 4;

/**
 * `[inputs, hidden, begins]` to states and what the gradient needs, the open gates and
 * the cells: one dispatch for each step.
 */
export function forward(
  gpu: Gpu,
  [inputs, hidden, begins]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const states = gpu.make([positions, units]);
  const cells = gpu.make([positions, units]);
  const gates = gpu.make(inputs.shape);
  const counts = Object.values(active);
  for (const [step, count] of counts.entries()) {
    gpu.run({
      shader: forwardShader,
      constants: { UNITS: units },
      tensors: [inputs, hidden, begins, states, cells, gates],
      writes: [states, cells, gates],
      integers: [step, count],
      workgroups: workgroupsFor((Math.ceil(count / rows) * units) / 4),
    });
  }
  clearTail(gpu, states, active);
  return [states, gates, cells];
}

/** `[dStates, hidden, begins, gates, cells]` to the gradient of the inputs, going back in time. */
export function backward(
  gpu: Gpu,
  [dStates, hidden, begins, gates, cells]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [units]: number[] = hidden.shape;
  const counts = Object.values(active);
  const dGates = gpu.make(gates.shape);
  const dCells = gpu.make([counts[0] ?? 0, units]);
  for (const [step, count] of [...counts.entries()].reverse()) {
    gpu.run({
      shader: backwardShader,
      constants: { UNITS: units },
      tensors: [dStates, hidden, begins, gates, cells, dGates, dCells],
      writes: [dGates, dCells],
      integers: [step, count, counts[step + 1] ?? 0],
      workgroups: workgroupsFor((Math.ceil(count / rows) * units) / 4),
    });
  }
  clearTail(gpu, dGates, active);
  gpu.free(dCells);
  return [dGates];
}
