import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hostOf } from '../host';
import { replaceKernel } from './replace-kernel';

const routines = { Exp: 'exp', Sigmoid: 'sigmoid', Tanh: 'tanh' } as const;

/** Replaces functions of single numbers, of which tfjs-backend-wasm's are up to ten times slower. */
export function registerElementwise(): void {
  for (const [name, routine] of Object.entries(routines)) {
    replaceKernel(name, (params, original) => {
      const x = params.inputs.x as TensorInfo;
      if (x.dtype !== 'float32') return original(params) as TensorInfo;
      return hostOf('wasm', params.backend as object)[routine](x);
    });
  }
}
