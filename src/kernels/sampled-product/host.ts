import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';

export function sampledProductOnHost(
  host: Host,
  [x, table, offsets, indices]: readonly TensorInfo[],
): TensorInfo[] {
  const [rows, width] = x.shape;
  const result = host.make(indices.shape);
  if (host.native) {
    const { routines, address } = host.native;
    const [left, right, at, column] = [x, table, offsets, indices].map(address);
    routines.sampledProduct(address(result), left, right, at, column, rows, width);
    return [result];
  }
  const [from, numbers, products] = [x, table, result].map(host.numbers);
  const [bounds, rowOf] = [offsets, indices].map(host.integers);
  for (let row = 0; row < rows; row++) {
    for (let entry = bounds[row]; entry < bounds[row + 1]; entry++) {
      products[entry] = dot(from, row * width, numbers, rowOf[entry] * width, width);
    }
  }
  return [result];
}

function dot(a: Float32Array, startA: number, b: Float32Array, startB: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[startA + i] * b[startB + i];
  return sum;
}
