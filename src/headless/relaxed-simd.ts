import { setFlagsFromString } from 'node:v8';

/** Lets WebAssembly multiply and add at once: Node 20 can, but only when told so beforehand. */
export function allowRelaxedSimd(): void {
  if (process.versions.node.startsWith('20.')) {
    setFlagsFromString('--experimental-wasm-relaxed-simd');
  }
}
