import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What `assembly/index.ts` exports, where it is explained; addresses are numbers. */
export interface Routines {
  readonly SCRATCH_BYTES: WebAssembly.Global<'i32'>;
  readonly multiply: (
    out: number,
    strideOut: number,
    a: number,
    strideA: number,
    isTurnedA: boolean,
    b: number,
    strideB: number,
    isTurnedB: boolean,
    rows: number,
    depth: number,
    columns: number,
    isAdded: boolean,
    scratch: number,
  ) => void;
}

/** Our routines at work in the memory of a backend, and room there for what they put aside. */
export interface Workshop {
  readonly routines: Routines;
  readonly scratch: number;
}

const workshops = new WeakMap<BackendWasm, Workshop>();

/** Starts the routines of `assembly/`: those with fused operations, where the engine has them. */
export async function openWorkshop(backend: BackendWasm): Promise<void> {
  const heap = heapOf(backend);
  const { simd, relaxed } = await import('./assembly/index.ts?assembly');
  const routines = await instantiate(
    WebAssembly.validate(relaxed) ? relaxed : simd,
    heap.asm.memory,
  );
  const scratch = heap._malloc(routines.SCRATCH_BYTES.value);
  workshops.set(backend, { routines, scratch });
}

/** Routines that work in `memory`. */
export async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): Promise<Routines> {
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as Routines;
}

/** The routines of a backend for which `openWorkshop` has been called. */
export function workshopOf(backend: BackendWasm): Workshop {
  return workshops.get(backend)!;
}

/** Where the numbers of a tensor are: stays so while the tensor lives. */
export function addressOf(backend: BackendWasm, { dataId }: { readonly dataId: object }): number {
  return backend.dataIdMap.get(dataId).memoryOffset;
}

/** What Emscripten's module has beside what its types say. */
interface Heap {
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
}

function heapOf({ wasm }: BackendWasm): Heap {
  return wasm as unknown as Heap;
}
