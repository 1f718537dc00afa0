import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/**
 * The gradient of what enters the gates, `[batch, time, 4 units]`, from that of the
 * states, going back in time: `hiddenT` `[4 units, units]`, and what the way forward kept.
 */
export function lstmBackward(
  host: Host,
  [dStates, hiddenT, isReal, gates, cells, squashed]: readonly TensorInfo[],
): TensorInfo[] {
  const [batch, time, units]: number[] = dStates.shape;
  const dGates = host.make(gates.shape);
  const [dCell, now] = [host.make([batch, units]), host.make([batch, 4 * units])];
  host.numbers(dCell).fill(0);
  let dState = host.make([batch, units]);
  host.numbers(dState).fill(0);
  for (let t = time - 1; t >= 0; t--) {
    const known = [dStates, isReal, gates, cells, squashed].map((x) => host.numbers(x));
    const carried = { dState: host.numbers(dState), dCell: host.numbers(dCell) };
    const found = { now: host.numbers(now), all: host.numbers(dGates) };
    for (let row = 0; row < batch; row++) stepBack(known, carried, found, { row, t, time, units });
    host.free(dState);
    dState = host.multiply(now, hiddenT);
  }
  host.free(dState, dCell, now);
  return [dGates];
}

/** One row, one step: what `[units]` numbers carry back to the step before is updated in place. */
function stepBack(
  [dStates, isReal, gates, cells, squashed]: readonly Float32Array[],
  { dState, dCell }: Record<'dState' | 'dCell', Float32Array>,
  { now, all }: Record<'now' | 'all', Float32Array>,
  { row, t, time, units }: Record<'row' | 't' | 'time' | 'units', number>,
): void {
  const position = row * time + t;
  const from = 4 * position * units;
  const to = 4 * row * units;
  const real = isReal[position];
  for (let u = 0; u < units; u++) {
    const place = position * units + u;
    const i = gates[from + u];
    const f = gates[from + units + u];
    const g = gates[from + 2 * units + u];
    const o = gates[from + 3 * units + u];
    const tanh = squashed[place];
    const error = dStates[place] + dState[row * units + u];
    const inner = real * (dCell[row * units + u] + error * o * (1 - tanh * tanh));
    const before = t > 0 ? cells[place - units] : 0;
    dCell[row * units + u] = inner * f;
    now[to + u] = inner * g * i * (1 - i);
    now[to + units + u] = inner * before * f * (1 - f);
    now[to + 2 * units + u] = inner * i * (1 - g * g);
    now[to + 3 * units + u] = error * tanh * o * (1 - o);
  }
  all.set(now.subarray(to, to + 4 * units), from);
}
