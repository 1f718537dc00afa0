import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';
import { packRows, squash, stepsOf, type Step } from '../rows';
import type { Active } from '../schedule';

/**
 * `[inputs, hidden, begins]` to states and what the gradient needs: the open gates
 * `[positions, 4 units]` and the cells `[positions, units]`.
 */
export function forward(
  host: Host,
  [inputs, hidden, begins]: readonly TensorInfo[],
  active: Active,
): TensorInfo[] {
  const [positions]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const [states, cells] = [0, 0].map(() => host.make([positions, units]));
  const gates = host.make(inputs.shape);
  host.numbers(states).fill(0); // for the tail
  for (const step of stepsOf(host.integers(begins), active)) {
    const sums = packRows(host, inputs, step.at);
    if (!step.isFirst) addStates(host, sums, { states, hidden }, step);
    doubleCandidates(host.numbers(sums), units);
    const open = host.sigmoid(sums);
    const now = host.make([step.at.length, units]);
    const moved = { gates: host.numbers(gates), cells: host.numbers(cells) };
    moveCells({ ...moved, open: host.numbers(open), now: host.numbers(now) }, step, units);
    const squashed = squash(host, now);
    const seen = { gates: host.numbers(gates), states: host.numbers(states) };
    readCells({ ...seen, squashed: host.numbers(squashed) }, step, units);
    host.free(sums, open, now, squashed);
  }
  return [states, gates, cells];
}

/** Adds what the states of the step before send to the gates. */
function addStates(
  host: Host,
  sums: TensorInfo,
  { states, hidden }: Record<'states' | 'hidden', TensorInfo>,
  { at }: Step,
): void {
  const before = packRows(host, states, at, -1);
  const sent = host.multiply(before, hidden);
  const [to, from] = [host.numbers(sums), host.numbers(sent)];
  for (let i = 0; i < to.length; i++) to[i] += from[i];
  host.free(before, sent);
}

/** The sums of gate g, so that its tanh is that of a sigmoid: `tanh x = 2 σ(2x) - 1`. */
function doubleCandidates(sums: Float32Array, units: number): void {
  for (let from = 2 * units; from < sums.length; from += 4 * units) {
    for (let u = from; u < from + units; u++) sums[u] *= 2;
  }
}

/** Keeps the gates as they are used, forgets and learns; `now` are the new cells, packed. */
function moveCells(
  { open, gates, cells, now }: Record<'open' | 'gates' | 'cells' | 'now', Float32Array>,
  { at, isFirst }: Step,
  units: number,
): void {
  for (let row = 0; row < at.length; row++) {
    const from = 4 * row * units;
    const to = 4 * at[row] * units;
    const place = at[row] * units;
    for (let u = 0; u < units; u++) {
      const i = open[from + u];
      const f = open[from + units + u];
      const g = 2 * open[from + 2 * units + u] - 1;
      const cell = i * g + (isFirst ? 0 : f * cells[place - units + u]);
      gates[to + u] = i;
      gates[to + units + u] = f;
      gates[to + 2 * units + u] = g;
      gates[to + 3 * units + u] = open[from + 3 * units + u];
      cells[place + u] = cell;
      now[row * units + u] = cell;
    }
  }
}

/** The states that gate o lets out. */
function readCells(
  { gates, squashed, states }: Record<'gates' | 'squashed' | 'states', Float32Array>,
  { at }: Step,
  units: number,
): void {
  for (let row = 0; row < at.length; row++) {
    const [place, o] = [at[row] * units, (4 * at[row] + 3) * units];
    for (let u = 0; u < units; u++) states[place + u] = gates[o + u] * squashed[row * units + u];
  }
}
