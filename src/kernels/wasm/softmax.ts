import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hostOf } from '../host';
import { replaceKernel } from './replace-kernel';

/** Replaces tfjs-backend-wasm's softmax, always along the last axis. */
export function registerSoftmax(): void {
  replaceKernel('Softmax', ({ inputs, backend }) =>
    hostOf('wasm', backend as object).softmax(inputs.logits as TensorInfo),
  );
}
