import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { failure } from '../errors';
import { startBackend, type Device } from '../kernels/backend';
import type { Arguments } from './arguments';
import { allowRelaxedSimd } from './relaxed-simd';

/** Starts the backend that was asked for, or the best there is in Node. @throws DeviceError */
export async function start({ backend }: Arguments): Promise<Device> {
  if (backend === 'webgpu') await bringGpu();
  allowRelaxedSimd();
  const device = await startBackend({ preferred: backend, wasmPath: wasmBinary() });
  console.error(`Computing on ${device.backend} (${device.adapter}).`);
  return device;
}

function wasmBinary(): string {
  const found = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/package.json',
  );
  return join(dirname(found), 'dist/tfjs-backend-wasm-simd.wasm');
}

/** What the npm package `webgpu` (Dawn) gives: a GPU for Node, and the names that go with it. */
interface Dawn {
  create(options: readonly string[]): GPU;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Node has no WebGPU of its own. @throws DeviceError when the package is not installed */
async function bringGpu(): Promise<void> {
  const name = 'webgpu';
  const { create, globals } = await import(/* @vite-ignore */ name).then(
    (module) => module as Dawn,
    (cause) => {
      const remedy = 'WebGPU in Node needs the optional package “webgpu”: npm install webgpu.';
      throw failure('DeviceError', remedy, cause);
    },
  );
  Object.assign(globalThis, globals);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) } });
}
