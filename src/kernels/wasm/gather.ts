import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { sizeOf } from '../matrix';
import { nativeOf } from './native';
import { replaceKernel } from './replace-kernel';

/**
 * Replaces three cases of tfjs-backend-wasm's gather: rows and columns, where it is some
 * twenty times slower than copying them, and one of each row, where it reads out of bounds.
 */
export function registerGather(): void {
  replaceKernel('GatherV2', (params, original) => {
    const { axis, batchDims } = params.attrs as unknown as { axis: number; batchDims: number };
    const { x, indices } = params.inputs as Record<'x' | 'indices', TensorInfo>;
    const wasm = params.backend as BackendWasm;
    const isRows = axis === 0 && batchDims === 0;
    const isWithin = axis === 1 && x.shape.length === 2;
    const isColumns = isWithin && batchDims === 0 && indices.shape.length === 1;
    const isOneOfEach = isWithin && batchDims === 1 && indices.shape[1] === 1;
    if (x.dtype !== 'float32') return original(params) as TensorInfo;
    if (isRows) return gatherRows(wasm, x, indices);
    if (isColumns) return gatherColumns(wasm, x, indices);
    return isOneOfEach ? gatherOneOfEach(wasm, x, indices) : (original(params) as TensorInfo);
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

/** Some numbers of each row, the same of all: `[rows, width]` and `[n]` give `[rows, n]`. */
function gatherColumns(wasm: BackendWasm, table: TensorInfo, indices: TensorInfo): TensorInfo {
  const [rows, width] = table.shape;
  const out = wasm.makeOutput([rows, sizeOf(indices.shape)], 'float32');
  const [from, at, to] = [table, indices, out].map((tensor) => wasm.typedArrayFromHeap(tensor));
  for (let row = 0, next = 0; row < rows; row++) {
    for (let n = 0; n < at.length; n++) to[next++] = from[row * width + at[n]];
  }
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
