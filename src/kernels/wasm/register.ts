import { registerGather } from './gather';
import { registerIdentity } from './identity';
import { registerMatMul } from './matmul';
import { registerSum } from './sum';
import { registerTanh } from './tanh';

/** What tfjs-backend-wasm gets wrong or does slowly. Once, after it has started. */
export function registerWasmKernels(): void {
  registerGather();
  registerMatMul();
  registerSum();
  registerIdentity();
  registerTanh();
}
