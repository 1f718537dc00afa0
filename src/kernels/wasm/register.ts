import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { registerElementwise } from './elementwise';
import { registerGather } from './gather';
import { registerIdentity } from './identity';
import { registerMultiply } from './multiply';
import { startNative } from './native';
import { registerSoftmax } from './softmax';
import { registerSum } from './sum';

/** Starts our own routines, and replaces what tfjs-backend-wasm gets wrong or does slowly. Once. */
export async function registerWasmKernels(backend: BackendWasm): Promise<void> {
  await startNative(backend);
  registerElementwise();
  registerGather();
  registerIdentity();
  registerMultiply();
  registerSoftmax();
  registerSum();
}
