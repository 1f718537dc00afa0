import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { registerElementwise } from './elementwise';
import { registerGather } from './gather';
import { registerIdentity } from './identity';
import { registerMultiply } from './multiply';
import { isStarted, startNative } from './native';
import { registerSoftmax } from './softmax';
import { registerSum } from './sum';

/** Starts our own routines, and replaces what tfjs-backend-wasm gets wrong or does slowly; once. */
export async function registerWasmKernels(backend: BackendWasm): Promise<void> {
  if (isStarted(backend)) return;
  await startNative(backend);
  registerElementwise();
  registerGather();
  registerIdentity();
  registerMultiply();
  registerSoftmax();
  registerSum();
}
