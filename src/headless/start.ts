import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure } from '../errors';
import { startBackend, type Device } from '../kernels/backend';
import type { Arguments } from './arguments';
import { allowRelaxedSimd } from './relaxed-simd';
import { tell } from './tell';

/** Starts the backend that was asked for, or the best there is in Node. @throws DeviceError */
export async function start({ backend }: Pick<Arguments, 'backend'>): Promise<Device> {
  if (backend === 'webgpu') await bringGpu();
  allowRelaxedSimd();
  const device = await startBackend({ preferred: backend, wasmPath: wasmBinary() });
  tell(`Computing on ${device.backend} (${device.adapter}).`);
  return device;
}

/** The path of the WASM backend's binary: beside this module, as the package has it, or where it is installed. */
function wasmBinary(): string {
  const name = 'tfjs-backend-wasm-simd.wasm';
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  const installed = createRequire(import.meta.url).resolve(
    '@tensorflow/tfjs-backend-wasm/package.json',
  );
  return join(dirname(installed), 'dist', name);
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
