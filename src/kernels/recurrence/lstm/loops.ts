import { sigmoid, squash } from '../squash';
import type { Step } from '../steps';

/**
 * Opens the gates of one step, in place of what entered them: the cells forget and learn,
 * the states are what they let out.
 */
export function open(
  [gates, cells, states]: readonly Float32Array[],
  { from, count, before }: Step,
  units: number,
): void {
  for (let row = 0; row < count; row++) {
    const [at, past] = [(from + row) * units, (before + row) * units];
    const [i, f, g, o] = [0, 1, 2, 3].map((gate) => 4 * at + gate * units);
    for (let u = 0; u < units; u++) {
      gates[i + u] = sigmoid(gates[i + u]);
      gates[f + u] = sigmoid(gates[f + u]);
      gates[g + u] = squash(gates[g + u]);
      gates[o + u] = sigmoid(gates[o + u]);
      const kept = before >= 0 ? gates[f + u] * cells[past + u] : 0;
      cells[at + u] = kept + gates[i + u] * gates[g + u];
      states[at + u] = gates[o + u] * squash(cells[at + u]);
    }
  }
}

/**
 * Shares the errors of one step's states out to the gates and, by sequence, to the cells
 * before; `dCells` holds those of the step after.
 */
export function blame(
  [errors, gates, cells, dCells, dGates]: readonly Float32Array[],
  { from, count, before }: Step,
  units: number,
): void {
  for (let row = 0; row < count; row++) {
    const [at, past, carried] = [(from + row) * units, (before + row) * units, row * units];
    const [i, f, g, o] = [0, 1, 2, 3].map((gate) => 4 * at + gate * units);
    for (let u = 0; u < units; u++) {
      const [learn, keep, offer, show] = [gates[i + u], gates[f + u], gates[g + u], gates[o + u]];
      const shown = squash(cells[at + u]);
      const error = errors[at + u];
      const dCell = dCells[carried + u] + error * show * (1 - shown * shown);
      const was = before >= 0 ? cells[past + u] : 0;
      dCells[carried + u] = dCell * keep;
      dGates[i + u] = dCell * offer * learn * (1 - learn);
      dGates[f + u] = dCell * was * keep * (1 - keep);
      dGates[g + u] = dCell * learn * (1 - offer * offer);
      dGates[o + u] = error * shown * show * (1 - show);
    }
  }
}
