import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Routines } from './routines';

/** Our own routines at work in the memory of tfjs-backend-wasm. */
export interface Native {
  readonly routines: Routines;
  /** Room for what routines put aside: the address of `SCRATCH_BYTES`. */
  readonly scratch: number;
  /** Where the numbers of a tensor are, as long as it lives. */
  address(tensor: TensorInfo): number;
}

const natives = new WeakMap<BackendWasm, Native>();

/** Starts the routines: those with fused operations, where the engine has them. */
export async function startNative(backend: BackendWasm): Promise<void> {
  const { simd, relaxed } = await import('./assembly/index.ts?assembly');
  const heap = backend.wasm as unknown as Heap;
  const bytes = WebAssembly.validate(relaxed) ? relaxed : simd;
  const routines = await instantiate(bytes, heap.asm.memory);
  natives.set(backend, {
    routines,
    scratch: heap._malloc(routines.SCRATCH_BYTES.value),
    address: ({ dataId }) => backend.getMemoryOffset(dataId),
  });
}

export function isStarted(backend: BackendWasm): boolean {
  return natives.has(backend);
}

/** The routines of a backend for which they were started. */
export function nativeOf(backend: BackendWasm): Native {
  return natives.get(backend)!;
}

/** Routines that work in `memory`. */
export async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): Promise<Routines> {
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as Routines;
}

/** What Emscripten's module has beside what its types say. */
interface Heap {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
}
