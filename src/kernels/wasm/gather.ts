import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { sizeOf } from '../matrix';
import { nativeOf } from './native';
import { replaceKernel } from './replace-kernel';

/**
 * Replaces two cases of tfjs-backend-wasm's gather: rows, where it is some twenty
 * times slower than copying them, and one of each row, where it reads out of bounds.
 */
export function registerGather(): void {
  replaceKernel('GatherV2', (params, original) => {
    const { axis, batchDims } = params.attrs as unknown as { axis: number; batchDims: number };
    const { x, indices } = params.inputs as Record<'x' | 'indices', TensorInfo>;
    const wasm = params.backend as BackendWasm;
    const isRows = axis === 0 && batchDims === 0;
    const isOneOfEach =
      axis === 1 && batchDims === 1 && x.shape.length === 2 && indices.shape[1] === 1;
    if (x.dtype !== 'float32' || !(isRows || isOneOfEach)) return original(params) as TensorInfo;
    return (isRows ? gatherRows : gatherOneOfEach)(wasm, x, indices);
  });
}

/** `[rows, …]` and `[n]` give `[n, …]`: indices outside give zeros, as they do on WebGPU. */
function gatherRows(wasm: BackendWasm, table: TensorInfo, indices: TensorInfo): TensorInfo {
  const { routines, address } = nativeOf(wasm);
  const [rows, ...rest] = table.shape;
  const out = wasm.makeOutput([...indices.shape, ...rest], 'float32');
  routines.gatherRows(
    address(out),
    address(table),
    rows,
    sizeOf(rest),
    address(indices),
    sizeOf(indices.shape),
  );
  return out;
}

/** One number of each row: `[n, width]` and `[n, 1]` give `[n, 1]`. */
function gatherOneOfEach(wasm: BackendWasm, table: TensorInfo, indices: TensorInfo): TensorInfo {
  const out = wasm.makeOutput(indices.shape, 'float32');
  const [from, at, to] = [table, indices, out].map((tensor) => wasm.typedArrayFromHeap(tensor));
  const width = table.shape[1];
  for (let n = 0; n < to.length; n++) to[n] = from[n * width + at[n]];
  return out;
}
