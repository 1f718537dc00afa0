import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

export function sparseSparseProductOnHost(
  host: Host,
  [offsets, indices, values, columns, weights]: readonly TensorInfo[],
  { width }: { readonly width: number },
): TensorInfo[] {
  const rows = offsets.shape[0] - 1;
  const [, kept] = columns.shape;
  const product = host.make([rows, width]);
  const [sums, factors, places, shares] = [product, values, columns, weights].map(host.numbers);
  const [bounds, rowOf] = [offsets, indices].map(host.integers);
  sums.fill(0);
  for (let row = 0; row < rows; row++) {
    for (let entry = bounds[row]; entry < bounds[row + 1]; entry++) {
      const first = rowOf[entry] * kept;
      for (let i = first; i < first + kept; i++) {
        sums[row * width + places[i]] += factors[entry] * shares[i];
      }
    }
  }
  return [product];
}
