import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';
import { rowsOf, type Part } from '../../matrix';
import type { Active } from '../schedule';
import { byPosition, byStep, positionsOf, stepsOf, type Step } from '../steps';
import { blame, open } from './loops';
import * as native from './native';

/**
 * `[inputs, hidden, hiddenBias, spans]` to states and what the gradient needs, by step:
 * the open gates r and z, what was sent to n, and n, `[rows, 4 units]`.
 */
export function forward(
  host: Host,
  [inputs, hidden, bias, spans]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [size]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const steps = stepsOf(active);
  const positions = positionsOf(host.integers(spans), steps);
  const gates = layOut(host, inputs, bias, positions);
  const states = host.make([positions.length, units]);
  for (const step of steps) {
    const { from, count, before } = step;
    if (before >= 0) {
      const sent = firstThree(gates, from, count);
      host.multiplyInto(sent, rowsOf(states, before, count), hidden, { isAdded: true });
    }
    openStep(host, [gates, states], step, units);
  }
  const ordered = byPosition(host, states, positions, size);
  host.free(states);
  return [ordered, gates];
}

/**
 * `[dStates, hidden, spans, gates, states]` to the gradients of the inputs and of what
 * the states sent to the gates, going back in time.
 */
export function backward(
  host: Host,
  [dStates, hidden, spans, gates, states]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [size]: number[] = dStates.shape;
  const [units]: number[] = hidden.shape;
  const steps = stepsOf(active);
  const positions = positionsOf(host.integers(spans), steps);
  const [errors, past] = [dStates, states].map((x) => byStep(host, x, positions));
  const dGates = host.make(gates.shape);
  for (const step of steps.reverse()) {
    const { from, count, staying } = step;
    if (staying > 0) {
      const next = firstThree(dGates, from + count, staying);
      const options = { transposeB: true, isAdded: true };
      host.multiplyInto(rowsOf(errors, from, staying), next, hidden, options);
    }
    blameStep(host, [errors, gates, past, dGates], step, units);
  }
  const gradients = [3, 2].map((third) => pick(host, dGates, third, { positions, size }));
  host.free(errors, past, dGates);
  return gradients;
}

/** What enters r and z, what the bias sends to n, and what else enters it: `[rows, 4 units]`. */
function layOut(
  host: Host,
  inputs: TensorInfo,
  bias: TensorInfo,
  positions: Int32Array,
): TensorInfo {
  const width = inputs.shape[1]!;
  const units = width / 3;
  const gates = host.make([positions.length, 4 * units]);
  const [from, to, sent] = [inputs, gates, bias].map((x) => host.numbers(x));
  for (let row = 0; row < positions.length; row++) {
    const [start, target] = [positions[row] * width, row * 4 * units];
    for (let u = 0; u < 2 * units; u++) to[target + u] = from[start + u] + sent[u];
    for (let u = 2 * units; u < width; u++) {
      to[target + u] = sent[u];
      to[target + units + u] = from[start + u];
    }
  }
  return gates;
}

/** What the states send to, of rows of `[rows, 4 units]`. */
function firstThree(gates: TensorInfo, first: number, rows: number): Part {
  const part = rowsOf(gates, first, rows);
  return { ...part, columns: (3 * part.columns) / 4 };
}

/** Of `[rows, 4 units]` the first two and another quarter, by position: `[size, 3 units]`. */
function pick(
  host: Host,
  dGates: TensorInfo,
  third: number,
  { positions, size }: { readonly positions: Int32Array; readonly size: number },
): TensorInfo {
  const units = dGates.shape[1]! / 4;
  const picked = host.make([size, 3 * units]);
  const [from, to] = [host.numbers(dGates), host.numbers(picked)];
  to.fill(0);
  for (let row = 0; row < positions.length; row++) {
    const [start, target] = [4 * row * units, 3 * positions[row] * units];
    const last = start + third * units;
    to.set(from.subarray(start, start + 2 * units), target);
    to.set(from.subarray(last, last + units), target + 2 * units);
  }
  return picked;
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
