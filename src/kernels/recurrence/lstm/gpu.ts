import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from '../../gpu';
import type { Active } from '../schedule';
import { sweepBackward, sweepForward } from '../sweep';
import { clearTail } from '../tail';
import backwardShader from './backward.wgsl?raw';
import forwardShader from './forward.wgsl?raw';

/**
 * `[inputs, hidden, begins]` to states and what the gradient needs, the open gates and
 * the cells.
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
  const writes = [states, cells, gates];
  const tensors = [inputs, hidden, begins, ...writes];
  sweepForward(gpu, { shader: forwardShader, units, active, tensors, writes });
  clearTail(gpu, states, active);
  return [states, gates, cells];
}

/** `[dStates, hidden, begins, gates, cells]` to the gradient of the inputs. */
export function backward(
  gpu: Gpu,
  [dStates, hidden, begins, gates, cells]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [units]: number[] = hidden.shape;
  const dGates = gpu.make(gates.shape);
  const dCells = gpu.make([active[0] ?? 0, units]);
  const writes = [dGates, dCells];
  const tensors = [dStates, hidden, begins, gates, cells, ...writes];
  sweepBackward(gpu, { shader: backwardShader, units, active, tensors, writes });
  clearTail(gpu, dGates, active);
  gpu.free(dCells);
  return [dGates];
}
