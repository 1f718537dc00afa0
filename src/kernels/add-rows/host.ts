import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { sizeOf } from '../matrix';
import { groupedAt, rowOf, sumRows } from '../segments';

/** Adds `rows` `[events, …]` to those of `table` that `segments` name, in place. */
export function addRowsOnHost(
  host: Host,
  [rows, segments, table]: readonly TensorInfo[],
  { count }: { readonly count: number },
): TensorInfo[] {
  if (host.native) {
    const { routines, address, scratch } = host.native;
    const width = sizeOf(table.shape.slice(1));
    const grouped = groupedAt(address(segments), segments.shape[0], count);
    routines.addRows(address(table), width, address(rows), ...grouped, scratch);
    return [];
  }
  const [from, to, packed] = [host.numbers(rows), host.numbers(table), host.integers(segments)];
  const sum = new Float32Array(to.length / table.shape[0]);
  for (let segment = 0; segment < count; segment++) {
    sumRows(from, packed, segment, sum);
    const start = rowOf(packed, segment) * sum.length;
    for (let column = 0; column < sum.length; column++) to[start + column] += sum[column];
  }
  return [];
}
