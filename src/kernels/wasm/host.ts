import { getKernel, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Host } from '../host';
import { extentOf, partOf, type Matrix } from '../matrix';
import { addressOf } from './routines';
import { multiply, type Placed } from './multiply';

/** The memory of tfjs-backend-wasm, with our own routines at work in it. */
export function createWasmHost(wasm: BackendWasm): Host {
  const make: Host['make'] = (shape) => wasm.makeOutput([...shape], 'float32');
  const place = (matrix: Matrix, isTurned = false): Placed => {
    const { whole, from, stride } = partOf(matrix);
    return { address: addressOf(wasm, whole) + 4 * from, stride, isTurned };
  };
  const multiplyInto: Host['multiplyInto'] = (out, a, b, options = {}) => {
    const [left, right] = [place(a, options.transposeA), place(b, options.transposeB)];
    multiply(wasm, place(out), left, right, extentOf(a, b, options), options.isAdded);
  };
  const run = (kernel: string, inputs: NamedTensorInfoMap): TensorInfo =>
    getKernel(kernel, 'wasm')!.kernelFunc({
      inputs,
      attrs: { dim: 1 },
      backend: wasm,
    }) as TensorInfo;
  return {
    make,
    numbers: (tensor) => wasm.typedArrayFromHeap(tensor) as Float32Array,
    integers: (tensor) => wasm.typedArrayFromHeap(tensor) as Int32Array,
    multiply(a, b, flips = {}) {
      const { rows, columns } = extentOf(a, b, flips);
      const out = make([rows, columns]);
      multiplyInto(out, a, b, flips);
      return out;
    },
    multiplyInto,
    sigmoid: (x) => run('Sigmoid', { x }),
    softmax: (logits) => run('Softmax', { logits }),
    free: (...tensors) => tensors.forEach(({ dataId }) => wasm.disposeData(dataId)),
  };
}
