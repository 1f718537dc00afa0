import { registerKernel, type KernelFunc, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * Sums rows by segment: `rows` `[n, width]` and `segments` `[n]` give
 * `[count, width]`, in the order of the rows, so the result is repeatable.
 * Segments outside `0 … count - 1` are left out.
 */
export function segmentSum(
  rows: Float32Array,
  segments: Int32Array,
  width: number,
  sums: Float32Array,
): void {
  const count = sums.length / width;
  sums.fill(0);
  for (let row = 0; row < segments.length; row++) {
    const segment = segments[row];
    if (segment < 0 || segment >= count) continue;
    const [to, from] = [segment * width, row * width];
    for (let column = 0; column < width; column++) sums[to + column] += rows[from + column];
  }
}

const unsortedSegmentSum: KernelFunc = ({ inputs, attrs, backend }) => {
  const wasm = backend as BackendWasm;
  const x = inputs.x as TensorInfo;
  const segmentIds = inputs.segmentIds as TensorInfo;
  const shape = [(attrs as { numSegments: number } | undefined)!.numSegments, ...x.shape.slice(1)];
  const width = x.shape.slice(1).reduce((product, size) => product * size, 1);
  const sums = wasm.makeOutput(shape, 'float32');
  segmentSum(
    wasm.typedArrayFromHeap(x) as Float32Array,
    wasm.typedArrayFromHeap(segmentIds) as Int32Array,
    width,
    wasm.typedArrayFromHeap(sums) as Float32Array,
  );
  return sums;
};

/** Gives tfjs-backend-wasm the gradient of every embedding lookup, which it lacks. */
export function registerSegmentSum(): void {
  registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc: unsortedSegmentSum,
  });
}
