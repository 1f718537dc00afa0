import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Host } from '../host';
import type { Native } from '../wasm/native';

export function sparseProductOnHost(host: Host, inputs: readonly TensorInfo[]): TensorInfo[] {
  const [offsets, , , table] = inputs;
  const product = host.make([offsets.shape[0] - 1, table.shape[1]]);
  if (host.native) multiplyNatively(host.native, product, inputs);
  else multiplyInLoops(host, product, inputs);
  return [product];
}

function multiplyNatively(
  { routines, address }: Native,
  product: TensorInfo,
  inputs: readonly TensorInfo[],
): void {
  const [rows, width] = product.shape;
  const [offsets, indices, values, table] = inputs.map(address);
  routines.sparseProduct(address(product), offsets, indices, values, table, rows, width);
}

function multiplyInLoops(
  host: Host,
  product: TensorInfo,
  [offsets, indices, values, table]: readonly TensorInfo[],
): void {
  const [rows, width] = product.shape;
  const [sums, weights, numbers] = [product, values, table].map(host.numbers);
  const [bounds, rowOf] = [offsets, indices].map(host.integers);
  for (let row = 0; row < rows; row++) {
    const sum = sums.subarray(row * width, (row + 1) * width);
    for (let entry = bounds[row]; entry < bounds[row + 1]; entry++) {
      addScaled(sum, numbers, rowOf[entry] * width, weights[entry]);
    }
  }
}

/** Adds the numbers from `start`, times `factor`. */
function addScaled(sum: Float32Array, numbers: Float32Array, start: number, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] += factor * numbers[start + i];
}
