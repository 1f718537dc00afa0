import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { sweepBackward, sweepForward } from '../sweep';
import { clearTail } from '../tail';
import persistentBackward from './persistent-backward.wgsl?raw';
import persistentForward from './persistent-forward.wgsl?raw';
import stepBackward from './step-backward.wgsl?raw';
import stepForward from './step-forward.wgsl?raw';

const onward = { gates: 3, step: stepForward, persistent: persistentForward };
const back = { gates: 3, step: stepBackward, persistent: persistentBackward };

/**
 * `[inputs, hidden, hiddenBias, spans]` to states and what the gradient needs: the open
 * gates r and z, what was sent to n, and n, `[positions, 4 units]`.
 */
export function forward(
  gpu: Gpu,
  [inputs, hidden, bias, spans]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const states = gpu.make([positions, units]);
  const gates = gpu.make([positions, 4 * units]);
  const writes = [states, gates];
  const tensors = [inputs, hidden, bias, spans, ...writes];
  sweepForward(gpu, { ...onward, units, active, tensors, writes });
  clearTail(gpu, states, active);
  return writes;
}

/**
 * `[dStates, hidden, spans, gates, states]` to the gradients of the inputs and of what the
 * states sent to the gates.
 */
export function backward(
  gpu: Gpu,
  [dStates, hidden, spans, gates, states]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions, units]: number[] = states.shape;
  const dInputs = gpu.make([positions, 3 * units]);
  const dSent = gpu.make([positions, 3 * units]);
  const writes = [dInputs, dSent];
  const tensors = [dStates, hidden, spans, gates, states, ...writes];
  sweepBackward(gpu, { ...back, units, active, tensors, writes });
  clearTail(gpu, dInputs, active);
  clearTail(gpu, dSent, active);
  return [dInputs, dSent];
}
