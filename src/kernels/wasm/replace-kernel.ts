import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** Puts `kernelFunc` in the place of a kernel of tfjs-backend-wasm, which it may still call. */
export function replaceKernel(
  name: string,
  kernelFunc: (params: Parameters<KernelFunc>[0], original: KernelFunc) => TensorInfo,
): void {
  const original = getKernel(name, 'wasm')!;
  unregisterKernel(name, 'wasm');
  registerKernel({
    ...original,
    kernelFunc: (params) => kernelFunc(params, original.kernelFunc),
  });
}
