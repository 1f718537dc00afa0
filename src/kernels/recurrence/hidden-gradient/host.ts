import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../../host';

export function onHost(
  host: Host,
  [states, starts, dSent]: readonly TensorInfo[],
  { hasBias }: { readonly hasBias: number },
): TensorInfo[] {
  const previous = previousStates(host, states, starts);
  const dHidden = host.multiply(previous, dSent, { transposeA: true });
  host.free(previous);
  return hasBias ? [dHidden, sumOfRows(host, dSent)] : [dHidden];
}

/** The states of the position before, or zeros where a sequence begins and at the tail. */
function previousStates(host: Host, states: TensorInfo, starts: TensorInfo): TensorInfo {
  const [positions, units]: number[] = states.shape;
  const previous = host.make(states.shape);
  const [from, start, to] = [host.numbers(states), host.integers(starts), host.numbers(previous)];
  for (let position = 0; position < positions; position++) {
    const row = position * units;
    if (start[position] < position) to.set(from.subarray(row - units, row), row);
    else to.fill(0, row, row + units);
  }
  return previous;
}

function sumOfRows(host: Host, rows: TensorInfo): TensorInfo {
  const sums = host.make([rows.shape[1]!]);
  host.numbers(sums).fill(0);
  host.addRows(sums, rows);
  return sums;
}
