import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

export function sparseProductOnHost(
  host: Host,
  [offsets, indices, values, table]: readonly TensorInfo[],
): TensorInfo[] {
  const rows = offsets.shape[0] - 1;
  const [, width] = table.shape;
  const product = host.make([rows, width]);
  const [sums, numbers] = [host.numbers(product), host.numbers(table)];
  const [bounds, rowOf, weights] = [
    host.integers(offsets),
    host.integers(indices),
    host.numbers(values),
  ];
  const termAt = (entry: number): Term => ({ weight: weights[entry], start: rowOf[entry] * width });
  for (let row = 0; row < rows; row++) {
    const sum = sums.subarray(row * width, (row + 1) * width).fill(0);
    let entry = bounds[row];
    for (; entry + 4 <= bounds[row + 1]; entry += 4) {
      addFour(sum, numbers, [entry, entry + 1, entry + 2, entry + 3].map(termAt));
    }
    for (; entry < bounds[row + 1]; entry++) addOne(sum, numbers, termAt(entry));
  }
  return [product];
}

/** A row of a table, by its first number, and what it is multiplied by. */
interface Term {
  readonly weight: number;
  readonly start: number;
}

function addOne(sum: Float32Array, numbers: Float32Array, { weight, start }: Term): void {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * numbers[start + i];
}

/** Four at a time, since going over the sums costs as much as adding to them. */
function addFour(sum: Float32Array, numbers: Float32Array, [a, b, c, d]: readonly Term[]): void {
  for (let i = 0; i < sum.length; i++) {
    sum[i] +=
      a.weight * numbers[a.start + i] +
      b.weight * numbers[b.start + i] +
      (c.weight * numbers[c.start + i] + d.weight * numbers[d.start + i]);
  }
}
