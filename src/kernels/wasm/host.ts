import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Host } from '../host';
import { extentOf, partOf, sizeOf, type Matrix } from '../matrix';
import { multiply, type Placed } from './multiply';
import { nativeOf } from './native';

/** The memory of tfjs-backend-wasm, with our own routines at work in it. */
export function createWasmHost(wasm: BackendWasm): Host {
  const native = nativeOf(wasm);
  const { routines, address } = native;
  const make: Host['make'] = (shape) => wasm.makeOutput([...shape], 'float32');
  const place = (matrix: Matrix, isTurned = false): Placed => {
    const { whole, from, stride } = partOf(matrix);
    return { address: address(whole) + 4 * from, stride, isTurned };
  };
  const multiplyInto: Host['multiplyInto'] = (out, a, b, options = {}) => {
    const [left, right] = [place(a, options.transposeA), place(b, options.transposeB)];
    multiply(native, place(out), left, right, extentOf(a, b, options), options.isAdded);
  };
  const map = (name: 'exp' | 'sigmoid' | 'tanh') => (x: TensorInfo) => {
    const out = make(x.shape);
    routines[name](address(out), address(x), sizeOf(x.shape));
    return out;
  };
  return {
    native,
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
    exp: map('exp'),
    sigmoid: map('sigmoid'),
    tanh: map('tanh'),
    softmax(x) {
      const out = make(x.shape);
      const { rows, columns } = partOf(x);
      routines.softmax(address(out), address(x), rows, columns);
      return out;
    },
    addRows(sums, matrix) {
      const { whole, from, rows, columns } = partOf(matrix);
      routines.sumRows(address(sums), address(whole) + 4 * from, rows, columns);
    },
    free: (...tensors) => tensors.forEach(({ dataId }) => wasm.disposeData(dataId)),
  };
}
