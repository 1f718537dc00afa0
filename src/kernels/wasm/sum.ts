import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * Sums the rows of `x` `[rows, width]` into `sums` `[width]`: eight at a time, since
 * going over `sums` costs more than adding.
 */
export function sumRows(x: Float32Array, sums: Float32Array): void {
  const width = sums.length;
  sums.fill(0);
  let from = 0;
  for (; from + 8 * width <= x.length; from += 8 * width) addEightRows(x, from, sums);
  for (; from < x.length; from += width) {
    for (let column = 0; column < width; column++) sums[column] += x[from + column];
  }
}

function addEightRows(x: Float32Array, from: number, sums: Float32Array): void {
  const width = sums.length;
  const [b, c, d, e] = [from + width, from + 2 * width, from + 3 * width, from + 4 * width];
  const [f, g, h] = [from + 5 * width, from + 6 * width, from + 7 * width];
  for (let i = 0; i < width; i++) {
    const first = x[from + i] + x[b + i] + x[c + i] + x[d + i];
    sums[i] += first + (x[e + i] + x[f + i] + x[g + i] + x[h + i]);
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
