import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import { rowOf, sumRows } from '../segments';

/** Adds `rows` `[events, …]` to those of `table` that `segments` name, in place. */
export function addRowsOnHost(
  host: Host,
  [rows, segments, table]: readonly TensorInfo[],
  { count }: { readonly count: number },
): TensorInfo[] {
  const [from, to, packed] = [host.numbers(rows), host.numbers(table), host.integers(segments)];
  const sum = new Float32Array(to.length / table.shape[0]);
  for (let segment = 0; segment < count; segment++) {
    sumRows(from, packed, segment, sum);
    const start = rowOf(packed, segment) * sum.length;
    for (let column = 0; column < sum.length; column++) to[start + column] += sum[column];
  }
  return [];
}
