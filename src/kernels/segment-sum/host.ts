import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

/** `rows` `[n, …]` summed by `segments` `[n]`: `[count, …]`, in the order of the rows. */
export function segmentSumBody(
  host: Host,
  [rows, segments]: readonly TensorInfo[],
  { count }: { count: number },
): TensorInfo[] {
  const sums = host.make([count, ...rows.shape.slice(1)]);
  const [from, to] = [host.numbers(rows), host.numbers(sums)];
  const width = to.length / count;
  to.fill(0);
  host.integers(segments).forEach((segment, row) => {
    if (segment < 0 || segment >= count) return;
    const [start, target] = [row * width, segment * width];
    for (let column = 0; column < width; column++) to[target + column] += from[start + column];
  });
  return [sums];
}
