import {
  broadcast_util,
  getKernel,
  registerKernel,
  unregisterKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { gpuOf } from '../gpu';
import { sizeOf, type Part } from '../matrix';
import { multiplyInto, type Batch } from './multiply';

/**
 * Replaces tfjs-backend-webgpu's product of matrices, which is made of barriers: three
 * to nine times slower on adapters in software.
 */
export function registerMatMul(): void {
  const original = getKernel('BatchMatMul', 'webgpu')!;
  unregisterKernel('BatchMatMul', 'webgpu');
  registerKernel({
    ...original,
    kernelFunc({ inputs, attrs, backend }) {
      const { a, b } = inputs as Record<'a' | 'b', TensorInfo>;
      return matMul(backend as WebGPUBackend, a, b, attrs as unknown as Flags);
    },
  });
}

interface Flags {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

function matMul(backend: WebGPUBackend, a: TensorInfo, b: TensorInfo, flags: Flags): TensorInfo {
  const [rows, depth] = lastTwo(a, flags.transposeA);
  const [, columns] = lastTwo(b, flags.transposeB);
  const shape = broadcast_util.assertAndGetBroadcastShape(outer(a), outer(b));
  const out = [...shape, rows, columns];
  if (sizeOf([...out, depth]) === 0) {
    return backend.makeTensorInfo(out, 'float32', new Float32Array(sizeOf(out)));
  }
  const gpu = gpuOf(backend);
  const product = gpu.make(out);
  const { size, ofA, ofB, starts } = batchesOf(shape, a, b);
  const batch: Batch = { size, a: ofA, b: ofB, out: rows * columns };
  starts.forEach(([fromA, fromB], i) => {
    const fromOut = i * size * rows * columns;
    const result = { whole: product, from: fromOut, rows, columns, stride: columns };
    multiplyInto(gpu, result, matrixAt(a, fromA), matrixAt(b, fromB), { ...flags, batch });
  });
  return product;
}

const outer = ({ shape }: TensorInfo): number[] => shape.slice(0, -2);

function lastTwo({ shape }: TensorInfo, isTransposed: boolean): number[] {
  const [rows, columns] = shape.slice(-2);
  return isTransposed ? [columns, rows] : [rows, columns];
}

function matrixAt(whole: TensorInfo, from: number): Part {
  const [rows, columns] = whole.shape.slice(-2);
  return { whole, from, rows, columns, stride: columns };
}

/** Batches of products whose matrices are equally far apart, and where each batch begins. */
interface Batches {
  readonly size: number;
  readonly ofA: number;
  readonly ofB: number;
  readonly starts: readonly (readonly [fromA: number, fromB: number])[];
}

/** Takes in as many of the last axes of a broadcast as one batch can. */
function batchesOf(shape: readonly number[], a: TensorInfo, b: TensorInfo): Batches {
  const [stepsA, stepsB] = [stepsOf(a, shape), stepsOf(b, shape)];
  let axis = shape.length - 1;
  let size = shape[axis] ?? 1;
  const [ofA, ofB] = [stepsA[axis] ?? 0, stepsB[axis] ?? 0];
  while (axis > 0 && stepsA[axis - 1] === ofA * size && stepsB[axis - 1] === ofB * size) {
    axis--;
    size *= shape[axis];
  }
  let starts: (readonly [number, number])[] = [[0, 0]];
  for (let i = 0; i < axis; i++) {
    starts = starts.flatMap(([fromA, fromB]) =>
      Array.from(
        { length: shape[i] },
        (_zero, n) => [fromA + n * stepsA[i], fromB + n * stepsB[i]] as const,
      ),
    );
  }
  return { size, ofA, ofB, starts };
}

/** How far it is along each axis of a broadcast: 0 along those that are repeated. */
function stepsOf(tensor: TensorInfo, shape: readonly number[]): number[] {
  const own = outer(tensor);
  const missing = shape.length - own.length;
  return shape.map((_length, axis) => {
    const isRepeated = axis < missing || own[axis - missing] === 1;
    return isRepeated ? 0 : sizeOf(tensor.shape.slice(axis - missing + 1));
  });
}
