import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from './host';

/** Adds `weights` `[n]` times the rows `indices` `[n]` of `table` to the bags `bagOf` `[n]`: `[count, width]`. */
export function embeddingBagBody(
  host: Host,
  [table, indices, weights, bagOf]: readonly TensorInfo[],
  { count }: { count: number },
): TensorInfo[] {
  const [, width] = table.shape;
  const bags = host.make([count, width]);
  const [rows, sums, weight] = [table, bags, weights].map((tensor) => host.numbers(tensor));
  const bag = host.integers(bagOf);
  sums.fill(0);
  host.integers(indices).forEach((index, n) => {
    const [from, to, factor] = [index * width, bag[n] * width, weight[n]];
    for (let column = 0; column < width; column++)
      sums[to + column] += factor * rows[from + column];
  });
  return [bags];
}
