/**
 * A realm is where one library is measured: a worker or a process of its own, with its
 * own copy of every module and its own device. What one library registers or sets
 * reaches no other, and a library that crashes takes down only its realm.
 */
import type { BenchBackend } from './entry';
import type { Problem } from './problems';
import { countGpuCalls, type Counts, type GpuClasses } from './counters';

/** What one step computes, for the check that all compute the same. */
export interface Findings {
  /** The loss; of a ranking, the scores of what was chosen, best first. */
  readonly loss: Float32Array;
  /** By the name of the weight; of a ranking, none. */
  readonly gradients: Readonly<Record<string, Float32Array>>;
}

/** One library at one problem. */
export interface Contender {
  /** One step from the problem's own weights on its own batch. */
  check(): Promise<Findings>;
  /** Makes at least so many steps, waits until the device is done, and says how many it made. */
  run(steps: number): Promise<number>;
}

export interface Setting {
  readonly backend: BenchBackend;
  /** Where the WASM binary is: a URL, or a path in Node. */
  readonly wasmPath: string;
}

/** One library: how it starts, and what it has to show. */
export interface Library {
  /** Gives the name of what computes. */
  start(setting: Setting): Promise<string>;
  contender(problem: Problem): Promise<Contender>;
  /** Bytes of its tensors, for where there are no buffers of a GPU to count. */
  heldBytes?(): number;
}

/** What was done while a contender ran. */
export interface Turn extends Counts {
  readonly steps: number;
  readonly ms: number;
}

/** What a realm does for whoever opened it. */
export interface Realm {
  /**
   * Starts the library, on the first call, and gives the name of what computes. Others
   * may follow, with other problems and the same setting.
   */
  prepare(problem: Problem, setting: Setting): Promise<string>;
  check(): Promise<Findings>;
  run(steps: number): Promise<Turn>;
}

export function createRealm(library: Library): Realm {
  const { GPUDevice } = globalThis as { GPUDevice?: unknown };
  const countNothing = (): Counts => ({ dispatches: 0, submits: 0, bytes: 0 });
  const counts = GPUDevice ? countGpuCalls(globalThis as unknown as GpuClasses) : countNothing;
  let adapter: Promise<string> | undefined;
  let contender: Contender;
  return {
    async prepare(problem, setting) {
      adapter ??= library.start(setting);
      await adapter;
      contender = await library.contender(problem);
      return adapter;
    },
    check: () => contender.check(),
    async run(steps) {
      const [begun, before] = [performance.now(), counts()];
      const made = await contender.run(steps);
      const [ms, after] = [performance.now() - begun, counts()];
      return {
        steps: made,
        ms,
        dispatches: after.dispatches - before.dispatches,
        submits: after.submits - before.submits,
        bytes: after.bytes || (library.heldBytes?.() ?? 0),
      };
    },
  };
}
