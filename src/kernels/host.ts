import {
  getKernel,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Backends whose tensors lie within reach of plain loops. */
export type HostBackendName = 'wasm' | 'cpu';

/** A backend as a kernel body sees it: numbers to loop over, and a product that is faster than loops. */
export interface Host {
  /** A tensor with arbitrary numbers in it, the maker's to return or to free. */
  make(shape: readonly number[]): TensorInfo;
  /** The float32 numbers of a tensor: a view, which whatever makes a tensor may move away. */
  numbers(tensor: TensorInfo): Float32Array;
  /** The same for int32. */
  integers(tensor: TensorInfo): Int32Array;
  /**
   * `[n, k] · [k, m]` as a new tensor. `b` may not change as long as it lives: WASM
   * keeps a rearranged copy of it.
   */
  multiply(a: TensorInfo, b: TensorInfo): TensorInfo;
  /** `1 / (1 + exp(-x))` of each number, as a new tensor. */
  sigmoid(x: TensorInfo): TensorInfo;
  /** Each row of `[n, m]` as probabilities, a new tensor. */
  softmax(x: TensorInfo): TensorInfo;
  free(...tensors: readonly TensorInfo[]): void;
}

/** One for each backend: V8 compiles a body anew whenever it meets a host of another making. */
const hosts = new WeakMap<object, Host>();

/** What tfjs keeps for a backend, as a host. */
export function hostOf(name: HostBackendName, backend: object): Host {
  const host = hosts.get(backend) ?? createHost(name, backend);
  hosts.set(backend, host);
  return host;
}

function createHost(name: HostBackendName, backend: object): Host {
  const memory =
    name === 'wasm' ? wasmMemory(backend as BackendWasm) : cpuMemory(backend as MathBackendCPU);
  const run = (kernel: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap = {}): TensorInfo =>
    getKernel(kernel, name)!.kernelFunc({ inputs, attrs, backend }) as TensorInfo;
  return {
    ...memory,
    multiply: (a, b) => run('BatchMatMul', { a, b }, { transposeA: false, transposeB: false }),
    sigmoid: (x) => run('Sigmoid', { x }),
    softmax: (logits) => run('Softmax', { logits }, { dim: 1 }),
  };
}

type Memory = Pick<Host, 'make' | 'numbers' | 'integers' | 'free'>;

function wasmMemory(wasm: BackendWasm): Memory {
  return {
    make: (shape) => wasm.makeOutput([...shape], 'float32'),
    numbers: (tensor) => wasm.typedArrayFromHeap(tensor) as Float32Array,
    integers: (tensor) => wasm.typedArrayFromHeap(tensor) as Int32Array,
    free: (...tensors) => tensors.forEach(({ dataId }) => wasm.disposeData(dataId)),
  };
}

function cpuMemory(cpu: MathBackendCPU): Memory {
  return {
    make: (shape) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return cpu.makeTensorInfo([...shape], 'float32', new Float32Array(size));
    },
    numbers: ({ dataId }) => cpu.data.get(dataId).values as Float32Array,
    integers: ({ dataId }) => cpu.data.get(dataId).values as Int32Array,
    free: (...tensors) => tensors.forEach(({ dataId }) => cpu.disposeData(dataId)),
  };
}
