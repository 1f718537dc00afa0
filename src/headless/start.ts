import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startBackend, type Device } from '../kernels/backend';
import type { Arguments } from './arguments';

/** Starts the backend that was asked for, or the best there is in Node. @throws DeviceError */
export async function start({ backend }: Arguments): Promise<Device> {
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
