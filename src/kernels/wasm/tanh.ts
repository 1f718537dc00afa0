import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { hostOf } from '../host';

/** Replaces tfjs-backend-wasm's tanh by `2 σ(2x) - 1`, whose sigmoid is ten times faster. */
export function registerTanh(): void {
  const original = getKernel('Tanh', 'wasm')!;
  unregisterKernel('Tanh', 'wasm');
  registerKernel({
    ...original,
    kernelFunc({ inputs, backend }) {
      const host = hostOf('wasm', backend as object);
      const x = inputs.x as TensorInfo;
      const doubled = host.make(x.shape);
      const [from, twice] = [host.numbers(x), host.numbers(doubled)];
      for (let i = 0; i < from.length; i++) twice[i] = 2 * from[i];
      const result = host.sigmoid(doubled);
      const numbers = host.numbers(result);
      for (let i = 0; i < numbers.length; i++) numbers[i] = 2 * numbers[i] - 1;
      host.free(doubled);
      return result;
    },
  });
}
