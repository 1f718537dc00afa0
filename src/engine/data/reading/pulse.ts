import { nextTurn } from '../../../kernels/turns';
import type { ImportPhase, ImportProgress } from '../plan';

/** Tells how far an import has come, and lets other messages in meanwhile. */
export interface Pulse {
  /** Notes what was read of `file` since the last call. */
  beat(file: string, bytes: number, rows: number): Promise<void>;
  /** Says that something else begins, for which there is no measure. */
  enter(phase: ImportPhase): Promise<void>;
}

/** ms of work after which the event loop must have its turn, or no cancel would arrive. */
const longestStretch = 50;

/** Seconds before which there is too little to judge by. */
const soonest = 1;

/** The pulse of reading so many bytes. */
export function createPulse(
  totalBytes: number,
  onProgress: (progress: ImportProgress) => void,
): Pulse {
  const begun = performance.now();
  const start = { phase: 'reading', file: '', bytes: 0, totalBytes, rows: 0, eta: null } as const;
  let progress: ImportProgress = start;
  const etaAt = (bytes: number): number | null => {
    const elapsed = (performance.now() - begun) / 1000;
    return elapsed < soonest ? null : (elapsed * Math.max(0, totalBytes - bytes)) / bytes;
  };
  let last = -Infinity;
  const tell = async (): Promise<void> => {
    onProgress(progress);
    await nextTurn();
    last = performance.now();
  };
  return {
    async beat(file, bytes, rows) {
      progress = {
        ...progress,
        file,
        bytes: progress.bytes + bytes,
        rows: progress.rows + rows,
        eta: etaAt(progress.bytes + bytes),
      };
      const isDue = performance.now() - last >= longestStretch || progress.bytes >= totalBytes;
      if (isDue) await tell();
    },
    async enter(phase) {
      progress = { ...progress, phase, eta: null };
      await tell();
    },
  };
}
