import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { sweepBackward, sweepForward } from '../sweep';
import { clearTail } from '../tail';
import persistentBackward from './persistent-backward.wgsl?raw';
import persistentForward from './persistent-forward.wgsl?raw';
import stepBackward from './step-backward.wgsl?raw';
import stepForward from './step-forward.wgsl?raw';

const onward = { gates: 4, step: stepForward, persistent: persistentForward };
const back = { gates: 4, step: stepBackward, persistent: persistentBackward };

/**
 * `[inputs, hidden, spans]` to states and what the gradient needs, the open gates and
 * the cells.
 */
export function forward(
  gpu: Gpu,
  [inputs, hidden, spans]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const states = gpu.make([positions, units]);
  const cells = gpu.make([positions, units]);
  const gates = gpu.make(inputs.shape);
  const writes = [states, cells, gates];
  const tensors = [inputs, hidden, spans, ...writes];
  sweepForward(gpu, { ...onward, units, active, tensors, writes });
  clearTail(gpu, states, active);
  return [states, gates, cells];
}

/** `[dStates, hidden, spans, gates, cells]` to the gradient of the inputs. */
export function backward(
  gpu: Gpu,
  [dStates, hidden, spans, gates, cells]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [units]: number[] = hidden.shape;
  const dGates = gpu.make(gates.shape);
  const writes = [dGates];
  const tensors = [dStates, hidden, spans, gates, cells, ...writes];
  sweepBackward(gpu, { ...back, units, active, tensors, writes });
  clearTail(gpu, dGates, active);
  return [dGates];
}
