import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { sizeOf } from '../matrix';

/** The rows of `table` `[rows, …]` that `indices` `[events]` name: `[events, …]`. */
export function gatherOnHost(host: Host, [table, indices]: readonly TensorInfo[]): TensorInfo[] {
  const [events] = indices.shape;
  const rows = host.make([events, ...table.shape.slice(1)]);
  if (host.native) {
    const { routines, address } = host.native;
    const [from, to, at] = [table, rows, indices].map(address);
    routines.gatherRows(to, from, table.shape[0], sizeOf(table.shape.slice(1)), at, events);
    return [rows];
  }
  const [from, to, at] = [host.numbers(table), host.numbers(rows), host.integers(indices)];
  const width = to.length / events;
  for (let event = 0; event < events; event++) {
    const [source, target] = [at[event] * width, event * width];
    for (let column = 0; column < width; column++) to[target + column] = from[source + column];
  }
  return [rows];
}
