import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Sums the rows of `x` `[rows, width]` into `sums` `[width]`. */
export function sumRows(x: Float32Array, sums: Float32Array): void {
  const width = sums.length;
  sums.fill(0);
  for (let from = 0; from < x.length; from += width) {
    for (let column = 0; column < width; column++) sums[column] += x[from + column];
  }
}

/**
 * Replaces one case of tfjs-backend-wasm's sum: over leading axes, as the gradient
 * of every bias is. It transposes first, which takes ten times as long.
 */
export function registerSum(): void {
  const original = getKernel('Sum', 'wasm')!;
  const kernelFunc: KernelFunc = (params) => {
    const { axis, keepDims } = params.attrs as unknown as {
      axis: number | number[];
      keepDims: boolean;
    };
    const x = params.inputs.x as TensorInfo;
    const axes = [axis].flat();
    const isLeading = axes.length < x.shape.length && axes.every((a, i) => a === i);
    if (!isLeading || axes.length === 0 || x.dtype !== 'float32')
      return original.kernelFunc(params);
    const wasm = params.backend as BackendWasm;
    const kept = x.shape.slice(axes.length);
    const out = wasm.makeOutput(keepDims ? [...axes.map(() => 1), ...kept] : kept, 'float32');
    sumRows(
      wasm.typedArrayFromHeap(x) as Float32Array,
      wasm.typedArrayFromHeap(out) as Float32Array,
    );
    return out;
  };
  unregisterKernel('Sum', 'wasm');
  registerKernel({ ...original, kernelFunc });
}
