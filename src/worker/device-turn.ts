import { failure } from '../errors';
import type { Learner } from './learner';
import type { Run } from './run';

/** Something that has the device for long, and how the page steers it. */
type Job = Pick<Run, 'pause' | 'proceed' | 'stop'> & Partial<Pick<Run, 'info'>>;

/** Who has the device: one job at a time, in all tabs, and no lesson beside it. */
export interface DeviceTurn {
  /** The job under way in this tab. */
  readonly job: Job | null;
  /** Has the device for the `work` of `job` alone. @throws BusyError */
  give<T>(job: Job, work: () => Promise<T>): Promise<T>;
  /** Resolves once this tab has no job. */
  over(): Promise<void>;
  /** @throws BusyError while any tab has one */
  requireFree(): Promise<void>;
}

/** The lock is the browser's, and goes with the tab. */
const lockName = 'palate-training';
/** How long to wait for it, in ms: after a reload the worker before may not be quite gone. */
const patience = 5000;

export function createDeviceTurn(learner: Learner): DeviceTurn {
  let job: Job | null = null;
  let ending: Promise<unknown> = Promise.resolve();

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await learner.hold();
    try {
      return await withLock(work);
    } finally {
      job = null;
      release();
    }
  }

  return {
    get job() {
      return job;
    },
    async give(next, work) {
      if (job) throw busy();
      job = next;
      const working = alone(work);
      ending = working.catch(() => {});
      return working;
    },
    async over() {
      await ending;
    },
    async requireFree() {
      const isFree = await navigator.locks.request(
        lockName,
        { ifAvailable: true },
        (lock) => lock !== null,
      );
      if (!isFree) throw busy();
    },
  };
}

/** @throws BusyError when another tab keeps the device */
async function withLock<T>(work: () => Promise<T>): Promise<T> {
  const waiting = AbortSignal.timeout(patience);
  try {
    return (await navigator.locks.request(lockName, { signal: waiting }, work)) as T;
  } catch (error) {
    throw error === waiting.reason ? busy() : error;
  }
}

export function busy(): Error {
  return failure('BusyError', 'A training is under way, here or in another tab. Wait, or stop it.');
}
