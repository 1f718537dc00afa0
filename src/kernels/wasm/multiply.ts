import { broadcast_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { sizeOf, type Extent } from '../matrix';
import { replaceKernel } from './replace-kernel';
import { nativeOf, type Native } from './native';

/** A matrix in memory: its address, the numbers from row to row, and whether it lies transposed. */
export interface Placed {
  readonly address: number;
  readonly stride: number;
  readonly isTurned: boolean;
}

/** `a · b` into `out`, or added to it. */
export function multiply(
  { routines, scratch }: Native,
  out: Placed,
  a: Placed,
  b: Placed,
  { rows, depth, columns }: Extent,
  isAdded = false,
): void {
  routines.multiply(
    out.address,
    out.stride,
    a.address,
    a.stride,
    a.isTurned,
    b.address,
    b.stride,
    b.isTurned,
    rows,
    depth,
    columns,
    isAdded,
    scratch,
  );
}

/** Replaces tfjs-backend-wasm's product of matrices, which takes two to three times as long. */
export function registerMultiply(): void {
  replaceKernel('BatchMatMul', ({ inputs, attrs, backend }) => {
    const { a, b } = inputs as Record<'a' | 'b', TensorInfo>;
    const { transposeA, transposeB } = attrs as unknown as Record<string, boolean>;
    const wasm = backend as BackendWasm;
    const native = nativeOf(wasm);
    const [rows, depth] = lastTwo(a, transposeA);
    const [, columns] = lastTwo(b, transposeB);
    const batch = broadcast_util.assertAndGetBroadcastShape(outer(a), outer(b));
    const out = wasm.makeOutput([...batch, rows, columns], 'float32');
    const [ofA, ofB] = [matricesOf(outer(a), batch), matricesOf(outer(b), batch)];
    for (let i = 0; i < ofA.length; i++) {
      multiply(
        native,
        placed(native, out, i),
        placed(native, a, ofA[i], transposeA),
        placed(native, b, ofB[i], transposeB),
        { rows, depth, columns },
      );
    }
    return out;
  });
}

/** The batch dimensions. */
function outer({ shape }: TensorInfo): number[] {
  return shape.slice(0, -2);
}

function lastTwo({ shape }: TensorInfo, isTurned: boolean): number[] {
  const [rows, columns] = shape.slice(-2);
  return isTurned ? [columns, rows] : [rows, columns];
}

/** The matrix at place `index` of a batch. */
function placed(native: Native, tensor: TensorInfo, index: number, isTurned = false): Placed {
  const [rows, stride] = tensor.shape.slice(-2);
  return { address: native.address(tensor) + 4 * index * rows * stride, stride, isTurned };
}

/** Which matrix of a batch of `shape` meets each of the larger batch that it is broadcast to. */
function matricesOf(shape: readonly number[], batch: readonly number[]): Int32Array {
  const missing = batch.length - shape.length;
  return Int32Array.from({ length: sizeOf(batch) }, (_zero, place) => {
    let [index, size] = [0, 1];
    for (let axis = batch.length - 1; axis >= 0; axis--) {
      const position = place % batch[axis];
      place = Math.floor(place / batch[axis]);
      if (axis < missing || shape[axis - missing] === 1) continue;
      index += position * size;
      size *= shape[axis - missing];
    }
    return index;
  });
}
