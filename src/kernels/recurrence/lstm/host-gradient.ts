import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';
import { packRows, squash, stepsOf, turn, type Step } from '../rows';
import type { Active } from '../schedule';

/** `[dStates, hidden, begins, gates, cells]` to the gradient of the inputs, going back in time. */
export function backward(
  host: Host,
  [dStates, hidden, begins, gates, cells]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [units]: number[] = hidden.shape;
  const [turned, squashed] = [turn(host, hidden), squash(host, cells)];
  const dGates = host.make(gates.shape);
  const dCells = host.make([active[0] ?? 0, units]); // by sequence
  host.numbers(dGates).fill(0); // for the tail
  host.numbers(dCells).fill(0);
  for (const step of stepsOf(host.integers(begins), active).reverse()) {
    const next = packRows(host, dGates, step.next);
    const fromNext = host.multiply(next, turned);
    const known = [dStates, fromNext, gates, cells, squashed].map((x) => host.numbers(x));
    blame(known, { dGates: host.numbers(dGates), dCells: host.numbers(dCells) }, step, units);
    host.free(next, fromNext);
  }
  host.free(turned, squashed, dCells);
  return [dGates];
}

/** Shares the errors of the states out to the gates and to the cells before. */
function blame(
  [dStates, fromNext, gates, cells, squashed]: readonly Float32Array[],
  { dGates, dCells }: Record<'dGates' | 'dCells', Float32Array>,
  { at, next, isFirst }: Step,
  units: number,
): void {
  for (let row = 0; row < at.length; row++) {
    const [from, place, carried] = [4 * at[row] * units, at[row] * units, row * units];
    const isStaying = row < next.length;
    for (let u = 0; u < units; u++) {
      const i = gates[from + u];
      const f = gates[from + units + u];
      const g = gates[from + 2 * units + u];
      const o = gates[from + 3 * units + u];
      const seen = squashed[place + u];
      const error = dStates[place + u] + (isStaying ? fromNext[carried + u] : 0);
      const dCell = dCells[carried + u] + error * o * (1 - seen * seen);
      dCells[carried + u] = dCell * f;
      dGates[from + u] = dCell * g * i * (1 - i);
      dGates[from + units + u] = isFirst ? 0 : dCell * cells[place - units + u] * f * (1 - f);
      dGates[from + 2 * units + u] = dCell * i * (1 - g * g);
      dGates[from + 3 * units + u] = error * seen * o * (1 - o);
    }
  }
}
