import type { TensorInfo } from '@tensorflow/tfjs-core';
import { workgroupsFor, type Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { clearTail } from '../tail';
import backwardShader from './backward.wgsl?raw';
import forwardShader from './forward.wgsl?raw';

/** Sequences that one invocation takes. */
const rows = 4;

/**
 * `[inputs, hidden, hiddenBias, begins]` to states and what the gradient needs: the open
 * gates r and z, what was sent to n, and n, `[positions, 4 units]`. One dispatch for each step.
 */
export function forward(
  gpu: Gpu,
  [inputs, hidden, bias, begins]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const states = gpu.make([positions, units]);
  const gates = gpu.make([positions, 4 * units]);
  for (const [step, count] of Object.values(active).entries()) {
    gpu.run({
      shader: forwardShader,
      constants: { UNITS: units },
      tensors: [inputs, hidden, bias, begins, states, gates],
      writes: [states, gates],
      integers: [step, count],
      workgroups: workgroupsFor((Math.ceil(count / rows) * units) / 4),
    });
  }
  clearTail(gpu, states, active);
  return [states, gates];
}

/**
 * `[dStates, hidden, begins, gates, states]` to the gradients of the inputs and of what the
 * states sent to the gates, going back in time.
 */
export function backward(
  gpu: Gpu,
  [dStates, hidden, begins, gates, states]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions, units]: number[] = states.shape;
  const counts = Object.values(active);
  const dInputs = gpu.make([positions, 3 * units]);
  const dSent = gpu.make([positions, 3 * units]);
  const carried = gpu.make([counts[0] ?? 0, units]);
  for (const [step, count] of [...counts.entries()].reverse()) {
    gpu.run({
      shader: backwardShader,
      constants: { UNITS: units },
      tensors: [dStates, hidden, begins, gates, states, dInputs, dSent, carried],
      writes: [dInputs, dSent, carried],
      integers: [step, count, counts[step + 1] ?? 0],
      workgroups: workgroupsFor((Math.ceil(count / rows) * units) / 4),
    });
  }
  clearTail(gpu, dInputs, active);
  clearTail(gpu, dSent, active);
  gpu.free(carried);
  return [dInputs, dSent];
}
