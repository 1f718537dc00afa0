import { expose } from 'comlink';
import { startBackend, type Device } from '../kernels/backend';
import { wasmBinary } from '../kernels/wasm/binary';
import { createVisitor } from './visitor';

/** WebAssembly, or plain JavaScript where the site's security policy does not allow it. */
async function startDevice(): Promise<Device> {
  const wasmPath = new URL(wasmBinary, import.meta.url).href;
  return startBackend({ preferred: 'wasm', wasmPath }).catch(() =>
    startBackend({ preferred: 'cpu', wasmPath }),
  );
}

expose(createVisitor(startDevice));
