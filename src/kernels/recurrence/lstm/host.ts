import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';
import { rowsOf } from '../../matrix';
import type { Active } from '../schedule';
import { byPosition, byStep, positionsOf, stepsOf, type Step } from '../steps';
import { blame, open } from './loops';
import * as native from './native';

/**
 * `[inputs, hidden, spans]` to states and what the gradient needs, by step: the open
 * gates `[rows, 4 units]` and the cells `[rows, units]`.
 */
export function forward(
  host: Host,
  [inputs, hidden, spans]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [size]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const steps = stepsOf(active);
  const positions = positionsOf(host.integers(spans), steps);
  const gates = byStep(host, inputs, positions);
  const [cells, states] = [0, 0].map(() => host.make([positions.length, units]));
  for (const step of steps) {
    const { from, count, before } = step;
    if (before >= 0) {
      const sums = rowsOf(gates, from, count);
      host.multiplyInto(sums, rowsOf(states, before, count), hidden, { isAdded: true });
    }
    openStep(host, [gates, cells, states], step, units);
  }
  const ordered = byPosition(host, states, positions, size);
  host.free(states);
  return [ordered, gates, cells];
}

/** `[dStates, hidden, spans, gates, cells]` to the gradient of the inputs, going back in time. */
export function backward(
  host: Host,
  [dStates, hidden, spans, gates, cells]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [size, units]: number[] = dStates.shape;
  const steps = stepsOf(active);
  const positions = positionsOf(host.integers(spans), steps);
  const errors = byStep(host, dStates, positions);
  const dGates = host.make(gates.shape);
  const dCells = host.make([active[0] ?? 0, units]); // by sequence
  host.numbers(dCells).fill(0);
  for (const step of steps.reverse()) {
    const { from, count, staying } = step;
    if (staying > 0) {
      const next = rowsOf(dGates, from + count, staying);
      const options = { transposeB: true, isAdded: true };
      host.multiplyInto(rowsOf(errors, from, staying), next, hidden, options);
    }
    blameStep(host, [errors, gates, cells, dCells, dGates], step, units);
  }
  const dInputs = byPosition(host, dGates, positions, size);
  host.free(errors, dGates, dCells);
  return [dInputs];
}

function openStep(host: Host, tensors: readonly TensorInfo[], step: Step, units: number): void {
  if (host.native) native.open(host.native, tensors, step, units);
  else open(numbersOf(host, tensors), step, units);
}

function blameStep(host: Host, tensors: readonly TensorInfo[], step: Step, units: number): void {
  if (host.native) native.blame(host.native, tensors, step, units);
  else blame(numbersOf(host, tensors), step, units);
}

function numbersOf(host: Host, tensors: readonly TensorInfo[]): Float32Array[] {
  return tensors.map((tensor) => host.numbers(tensor));
}
