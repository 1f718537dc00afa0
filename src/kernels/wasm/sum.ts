import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { sizeOf } from '../matrix';
import { nativeOf } from './native';
import { replaceKernel } from './replace-kernel';

/**
 * Replaces one case of tfjs-backend-wasm's sum: over leading axes, as the gradient
 * of every bias is. It transposes first, which takes ten times as long.
 */
export function registerSum(): void {
  replaceKernel('Sum', (params, original) => {
    const { axis, keepDims } = params.attrs as unknown as { axis: number[]; keepDims: boolean };
    const x = params.inputs.x as TensorInfo;
    const axes = [axis].flat();
    const isLeading = axes.length < x.shape.length && axes.every((a, i) => a === i);
    if (!isLeading || axes.length === 0 || x.dtype !== 'float32') {
      return original(params) as TensorInfo;
    }
    const wasm = params.backend as BackendWasm;
    const { routines, address } = nativeOf(wasm);
    const kept = x.shape.slice(axes.length);
    const out = wasm.makeOutput(keepDims ? [...axes.map(() => 1), ...kept] : kept, 'float32');
    const rows = sizeOf(x.shape.slice(0, axes.length));
    wasm.typedArrayFromHeap(out).fill(0);
    routines.sumRows(address(out), address(x), rows, sizeOf(kept));
    return out;
  });
}
