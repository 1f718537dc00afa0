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

/** The pulse of reading so many bytes. */
export function createPulse(
  totalBytes: number,
  onProgress: (progress: ImportProgress) => void,
): Pulse {
  let progress: ImportProgress = { phase: 'reading', file: '', bytes: 0, totalBytes, rows: 0 };
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
      };
      const isDue = performance.now() - last >= longestStretch || progress.bytes >= totalBytes;
      if (isDue) await tell();
    },
    async enter(phase) {
      progress = { ...progress, phase };
      await tell();
    },
  };
}
