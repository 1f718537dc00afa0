import { sigmoid, squash } from '../squash';
import type { Step } from '../steps';

/**
 * Opens the gates of one step, in place of what entered them: the states move as far as
 * gate z does not keep them.
 */
export function open(
  [gates, states]: readonly Float32Array[],
  { from, count, before }: Step,
  units: number,
): void {
  for (let row = 0; row < count; row++) {
    const [at, past] = [(from + row) * units, (before + row) * units];
    const [r, z, sent, n] = [0, 1, 2, 3].map((gate) => 4 * at + gate * units);
    for (let u = 0; u < units; u++) {
      const reset = sigmoid(gates[r + u]);
      const keep = sigmoid(gates[z + u]);
      const offer = squash(gates[n + u] + reset * gates[sent + u]);
      gates[r + u] = reset;
      gates[z + u] = keep;
      gates[n + u] = offer;
      states[at + u] = (1 - keep) * offer + (before >= 0 ? keep * states[past + u] : 0);
    }
  }
}

/**
 * Shares the errors of one step's states out to the gates and to the states before, in
 * `errors`; of gate n both to what was sent to it and to all that entered it.
 */
export function blame(
  [errors, gates, states, dGates]: readonly Float32Array[],
  { from, count, before }: Step,
  units: number,
): void {
  for (let row = 0; row < count; row++) {
    const [at, past] = [(from + row) * units, (before + row) * units];
    const [r, z, sent, n] = [0, 1, 2, 3].map((gate) => 4 * at + gate * units);
    for (let u = 0; u < units; u++) {
      const [reset, keep, offer] = [gates[r + u], gates[z + u], gates[n + u]];
      const error = errors[at + u];
      const was = before >= 0 ? states[past + u] : 0;
      const dOffer = error * (1 - keep) * (1 - offer * offer);
      dGates[r + u] = dOffer * gates[sent + u] * reset * (1 - reset);
      dGates[z + u] = error * (was - offer) * keep * (1 - keep);
      dGates[sent + u] = dOffer * reset;
      dGates[n + u] = dOffer;
      if (before >= 0) errors[past + u] += error * keep;
    }
  }
}
