import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { replaceKernel } from './replace-kernel';

/**
 * Replaces tfjs-backend-wasm's clone, which copies the numbers, by one that shares
 * them, as the other backends do: every tensor saved for a gradient is a clone.
 */
export function registerIdentity(): void {
  replaceKernel('Identity', ({ inputs, backend }) => {
    const { dataId, shape, dtype } = inputs.x as TensorInfo;
    (backend as BackendWasm).incRef(dataId);
    return { dataId, shape, dtype };
  });
}
