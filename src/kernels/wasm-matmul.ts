import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

interface Flags {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * Makes tfjs-backend-wasm transpose its operands before it multiplies: its own
 * transpose flags, which every gradient of a product uses, are 6 to 11 times slower.
 */
export function registerFastMatMul(): void {
  const multiplyKernel = getKernel('BatchMatMul', 'wasm')!;
  const transposeKernel = getKernel('Transpose', 'wasm')!;
  const run = (kernel: KernelFunc, params: Parameters<KernelFunc>[0]): TensorInfo =>
    kernel(params) as TensorInfo;

  const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
    const flags = attrs as unknown as Flags;
    const wasm = backend as BackendWasm;
    const lastTwoSwapped = (x: TensorInfo): TensorInfo => {
      const perm = x.shape.map((_size, axis) => axis);
      perm.push(...perm.splice(-2, 1));
      return run(transposeKernel.kernelFunc, { inputs: { x }, backend, attrs: { perm } });
    };
    const a = flags.transposeA ? lastTwoSwapped(inputs.a as TensorInfo) : inputs.a;
    const b = flags.transposeB ? lastTwoSwapped(inputs.b as TensorInfo) : inputs.b;
    const product = run(multiplyKernel.kernelFunc, {
      inputs: { a, b },
      backend,
      attrs: { transposeA: false, transposeB: false },
    });
    if (flags.transposeA) wasm.disposeData((a as TensorInfo).dataId);
    if (flags.transposeB) wasm.disposeData((b as TensorInfo).dataId);
    return product;
  };
  unregisterKernel('BatchMatMul', 'wasm');
  registerKernel({ ...multiplyKernel, kernelFunc });
}
