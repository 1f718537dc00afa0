import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** The numbers of one time step: where those of each row of the batch begin, and how many units. */
interface Step {
  readonly t: number;
  readonly batch: number;
  readonly time: number;
  readonly units: number;
}

/**
 * A long short-term memory: `inputs` `[batch, time, 4 units]` to its gates in the
 * order i f g o, `hidden` `[units, 4 units]` and `isReal` `[batch, time]` give
 * the states `[batch, time, units]`. The gradient needs the others: the state before
 * each position, the open gates `[batch, time, 4 units]`, the cells and their tanh.
 */
export function lstmForward(
  host: Host,
  [inputs, hidden, isReal]: readonly TensorInfo[],
): TensorInfo[] {
  const [batch, time]: number[] = inputs.shape;
  const [units]: number[] = hidden.shape;
  const [states, before, cells, squashed] = [0, 0, 0, 0].map(() => host.make([batch, time, units]));
  const gates = host.make(inputs.shape);
  const state = host.make([batch, units]);
  host.numbers(state).fill(0);
  for (let t = 0; t < time; t++) {
    const step = { t, batch, time, units };
    copyRows(host.numbers(state), host.numbers(before), step);
    const sums = host.multiply(state, hidden); // [batch, 4 units]
    addInputs(host.numbers(inputs), host.numbers(sums), step);
    const open = host.sigmoid(sums);
    const cell = host.make([batch, units]);
    moveCells(
      { open: host.numbers(open), gates: host.numbers(gates), cells: host.numbers(cells) },
      { isReal: host.numbers(isReal), doubled: host.numbers(cell) },
      step,
    );
    const tanh = host.sigmoid(cell);
    readCells(
      { gates: host.numbers(gates), tanh: host.numbers(tanh) },
      { state: host.numbers(state), squashed: host.numbers(squashed) },
      step,
    );
    copyRows(host.numbers(state), host.numbers(states), step);
    host.free(sums, open, cell, tanh);
  }
  host.free(state);
  return [states, before, gates, cells, squashed];
}

/** Copies `[batch, units]` to one time step of `[batch, time, units]`. */
function copyRows(rows: Float32Array, all: Float32Array, { t, batch, time, units }: Step): void {
  for (let row = 0; row < batch; row++) {
    all.set(rows.subarray(row * units, (row + 1) * units), (row * time + t) * units);
  }
}

/** Completes the sums `[batch, 4 units]`, doubling those of g: `tanh x = 2 σ(2x) - 1`. */
function addInputs(
  inputs: Float32Array,
  sums: Float32Array,
  { t, batch, time, units }: Step,
): void {
  const width = 4 * units;
  for (let row = 0; row < batch; row++) {
    const [to, from] = [row * width, (row * time + t) * width];
    for (let i = 0; i < width; i++) sums[to + i] += inputs[from + i];
    for (let g = to + 2 * units; g < to + 3 * units; g++) sums[g] *= 2;
  }
}

/** Keeps the gates as they are used, and forgets, learns and masks; `doubled` is `[batch, units]`. */
function moveCells(
  { open, gates, cells }: Record<'open' | 'gates' | 'cells', Float32Array>,
  { isReal, doubled }: Record<'isReal' | 'doubled', Float32Array>,
  { t, batch, time, units }: Step,
): void {
  for (let row = 0; row < batch; row++) {
    const [from, position] = [4 * row * units, row * time + t];
    const [i, f, g, o] = [0, 1, 2, 3].map((gate) => (4 * position + gate) * units);
    const real = isReal[position];
    for (let u = 0; u < units; u++) {
      gates[i + u] = open[from + u];
      gates[f + u] = open[from + units + u];
      gates[g + u] = 2 * open[from + 2 * units + u] - 1;
      gates[o + u] = open[from + 3 * units + u];
      const kept = t > 0 ? gates[f + u] * cells[(position - 1) * units + u] : 0;
      const cell = real * (kept + gates[i + u] * gates[g + u]);
      cells[position * units + u] = cell;
      doubled[row * units + u] = 2 * cell;
    }
  }
}

/** The state `[batch, units]` that the o gate lets out; `tanh` is still `σ(2 cell)`. */
function readCells(
  { gates, tanh }: Record<'gates' | 'tanh', Float32Array>,
  { state, squashed }: Record<'state' | 'squashed', Float32Array>,
  { t, batch, time, units }: Step,
): void {
  for (let row = 0; row < batch; row++) {
    const position = row * time + t;
    const o = (4 * position + 3) * units;
    for (let u = 0; u < units; u++) {
      const value = 2 * tanh[row * units + u] - 1;
      squashed[position * units + u] = value;
      state[row * units + u] = gates[o + u] * value;
    }
  }
}
