import { getKernel, type KernelBackend, type TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Backends whose tensors lie within reach of plain loops. */
export type HostBackendName = 'wasm' | 'cpu';

/** A backend as a kernel body sees it: numbers to loop over, and a product that is faster than loops. */
export interface Host {
  /** A tensor with arbitrary numbers in it, the maker's to return or to free. */
  make(shape: readonly number[]): TensorInfo;
  /** The float32 numbers of a tensor: a view, which the next `make` or `multiply` may move away. */
  numbers(tensor: TensorInfo): Float32Array;
  /** The same for int32. */
  integers(tensor: TensorInfo): Int32Array;
  /**
   * `[n, k] · [k, m]` as a new tensor. `b` may not change as long as it lives: WASM
   * keeps a rearranged copy of it.
   */
  multiply(a: TensorInfo, b: TensorInfo): TensorInfo;
  free(...tensors: readonly TensorInfo[]): void;
}

/** What tfjs keeps for a backend, as a host. */
export function hostOf(name: HostBackendName, backend: unknown): Host {
  return name === 'wasm' ? wasmHost(backend as BackendWasm) : cpuHost(backend as MathBackendCPU);
}

function wasmHost(wasm: BackendWasm): Host {
  return {
    make: (shape) => wasm.makeOutput([...shape], 'float32'),
    numbers: (tensor) => wasm.typedArrayFromHeap(tensor) as Float32Array,
    integers: (tensor) => wasm.typedArrayFromHeap(tensor) as Int32Array,
    multiply: (a, b) => multiply('wasm', wasm, a, b),
    free: (...tensors) => tensors.forEach(({ dataId }) => wasm.disposeData(dataId)),
  };
}

function cpuHost(cpu: MathBackendCPU): Host {
  return {
    make: (shape) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return cpu.makeTensorInfo([...shape], 'float32', new Float32Array(size));
    },
    numbers: ({ dataId }) => cpu.data.get(dataId).values as Float32Array,
    integers: ({ dataId }) => cpu.data.get(dataId).values as Int32Array,
    multiply: (a, b) => multiply('cpu', cpu, a, b),
    free: (...tensors) => tensors.forEach(({ dataId }) => cpu.disposeData(dataId)),
  };
}

function multiply(
  name: HostBackendName,
  backend: KernelBackend,
  a: TensorInfo,
  b: TensorInfo,
): TensorInfo {
  const attrs = { transposeA: false, transposeB: false };
  return getKernel('BatchMatMul', name)!.kernelFunc({
    inputs: { a, b },
    attrs,
    backend,
  }) as TensorInfo;
}
