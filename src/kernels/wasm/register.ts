import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { registerGather } from './gather';
import { registerIdentity } from './identity';
import { registerMultiply } from './multiply';
import { openWorkshop } from './routines';
import { registerSum } from './sum';
import { registerTanh } from './tanh';

/** Starts our own routines, and replaces what tfjs-backend-wasm gets wrong or does slowly. Once. */
export async function registerWasmKernels(backend: BackendWasm): Promise<void> {
  await openWorkshop(backend);
  registerGather();
  registerMultiply();
  registerSum();
  registerIdentity();
  registerTanh();
}
