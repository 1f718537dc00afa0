import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { createCpuHost } from './cpu/host';
import type { Flips, Matrix } from './matrix';
import { createWasmHost } from './wasm/host';
import type { Native } from './wasm/native';

/** Backends whose tensors lie within reach of plain loops. */
export type HostBackendName = 'wasm' | 'cpu';

/** A backend as a kernel body sees it: numbers to loop over, and routines that are faster than loops. */
export interface Host {
  /** Routines for what is slow in loops, where the backend has such. */
  readonly native: Native | null;
  /** A tensor with arbitrary numbers in it, the maker's to return or to free. */
  make(shape: readonly number[]): TensorInfo;
  /** The float32 numbers of a tensor: a view, which whatever makes a tensor may move away. */
  numbers(tensor: TensorInfo): Float32Array;
  /** The same for int32. */
  integers(tensor: TensorInfo): Int32Array;
  /** `[n, k] · [k, m]` as a new tensor; either may lie transposed. */
  multiply(a: Matrix, b: Matrix, flips?: Flips): TensorInfo;
  /** The same into what there is, or added to it. */
  multiplyInto(out: Matrix, a: Matrix, b: Matrix, options?: Flips & { isAdded?: boolean }): void;
  /** Of each number, as a new tensor. */
  exp(x: TensorInfo): TensorInfo;
  /** `1 / (1 + exp(-x))` */
  sigmoid(x: TensorInfo): TensorInfo;
  tanh(x: TensorInfo): TensorInfo;
  /** Each row of `[…, m]` as probabilities, a new tensor. */
  softmax(x: TensorInfo): TensorInfo;
  /** Adds up the rows of a whole matrix `[n, m]`, to what is in `sums` `[m]`. */
  addRows(sums: TensorInfo, rows: Matrix): void;
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
  return name === 'wasm'
    ? createWasmHost(backend as BackendWasm)
    : createCpuHost(backend as MathBackendCPU);
}
