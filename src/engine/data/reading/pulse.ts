import { nextTurn } from '../../../kernels/turns';
import type { ImportProgress } from '../plan';

/** Tells how far an import has come, and lets other messages in meanwhile. */
export interface Pulse {
  /** Notes what was read of `file` since the last call. */
  beat(file: string, bytes: number, rows: number): Promise<void>;
}

/** ms of work after which the event loop must have its turn, or no cancel would arrive. */
const longestStretch = 50;

export function createPulse(
  totalBytes: number,
  onProgress: (progress: ImportProgress) => void,
): Pulse {
  let [bytes, rows] = [0, 0];
  let last = -Infinity;
  return {
    async beat(file, moreBytes, moreRows) {
      bytes += moreBytes;
      rows += moreRows;
      if (performance.now() - last < longestStretch && bytes < totalBytes) return;
      onProgress({ file, bytes, totalBytes, rows });
      await nextTurn();
      last = performance.now();
    },
  };
}
