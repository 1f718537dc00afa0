import { registerGather } from './gather';
import { registerIdentity } from './identity';
import { registerMatMul } from './matmul';
import { registerSegmentSum } from './segment-sum';
import { registerSum } from './sum';
import { registerTanh } from './tanh';

/** What tfjs-backend-wasm lacks for learning, gets wrong, or does slowly. Once, after it has started. */
export function registerWasmKernels(): void {
  registerSegmentSum();
  registerGather();
  registerMatMul();
  registerSum();
  registerIdentity();
  registerTanh();
}
