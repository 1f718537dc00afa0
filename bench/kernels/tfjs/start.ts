import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { describeAdapter, requestDevice } from '../device';
import type { Setting } from '../realm';
import { registerSegmentSum } from './segment-sum';

/** Starts stock tfjs with its default flags, and gives the name of what computes. */
export async function start({ backend, wasmPath }: Setting): Promise<string> {
  return backend === 'webgpu' ? startWebGpu() : startWasm(wasmPath);
}

/**
 * The backend on a device requested here: its own request is refused by Dawn outside
 * of browsers, for it passes a list of features inside the list of features.
 */
async function startWebGpu(): Promise<string> {
  const { device, adapter } = await requestDevice();
  tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info), 3);
  await select('webgpu');
  return describeAdapter(adapter);
}

/** One thread, as ours: the page's security policy forbids the workers it would make. */
async function startWasm(wasmPath: string): Promise<string> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmPath,
    'tfjs-backend-wasm-simd.wasm': wasmPath,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmPath,
  });
  await select('wasm');
  registerSegmentSum();
  return 'SIMD, 1 thread';
}

async function select(name: string): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error(`The ${name} backend did not come up.`);
  await tf.ready();
}
