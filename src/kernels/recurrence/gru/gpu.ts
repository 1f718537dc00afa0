import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { sweepBackward, sweepForward } from '../sweep';
import { clearTail } from '../tail';
import backwardShader from './backward.wgsl?raw';
import forwardShader from './forward.wgsl?raw';

/**
 * `[inputs, hidden, hiddenBias, begins]` to states and what the gradient needs: the open
 * gates r and z, what was sent to n, and n, `[positions, 4 units]`.
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
  const writes = [states, gates];
  const tensors = [inputs, hidden, bias, begins, ...writes];
  sweepForward(gpu, { shader: forwardShader, units, active, tensors, writes });
  clearTail(gpu, states, active);
  return writes;
}

/**
 * `[dStates, hidden, begins, gates, states]` to the gradients of the inputs and of what the
 * states sent to the gates.
 */
export function backward(
  gpu: Gpu,
  [dStates, hidden, begins, gates, states]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions, units]: number[] = states.shape;
  const dInputs = gpu.make([positions, 3 * units]);
  const dSent = gpu.make([positions, 3 * units]);
  const carried = gpu.make([active[0] ?? 0, units]);
  const writes = [dInputs, dSent, carried];
  const tensors = [dStates, hidden, begins, gates, states, ...writes];
  sweepBackward(gpu, { shader: backwardShader, units, active, tensors, writes });
  clearTail(gpu, dInputs, active);
  clearTail(gpu, dSent, active);
  gpu.free(carried);
  return [dInputs, dSent];
}
