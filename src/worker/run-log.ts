import type { RunInfo, RunPhase, RunProgress } from '../api';
import { dropCheckpoints, saveRun } from '../storage/runs';
import type { TrainingProgress } from '../engine/training/train';

/** A run as it is written down: in storage, and for the page to show. */
export interface RunLog {
  readonly info: RunInfo;
  /** Changes the record and tells the page. */
  update(changes: Partial<RunInfo>): void;
  /** What the run does from now on. */
  enter(phase: RunPhase): void;
  /** Tells the page how far a fit of `epochs` has come, a few times a second. */
  report(progress: TrainingProgress, epochs: number): void;
  /** Writes the record, and with it a checkpoint, in one transaction. */
  save(checkpoint?: Blob): Promise<void>;
  /** Forgets the checkpoints of a run that is over. */
  dropCheckpoints(): Promise<void>;
}

/** Progress is sent this often at most, in ms, but always after an epoch. */
const reportEvery = 150;

export function createRunLog(start: RunInfo, onProgress: (progress: RunProgress) => void): RunLog {
  let info = start;
  let lastReport = -Infinity;
  let progress: Omit<RunProgress, 'run'> = {
    phase: 'preparing',
    epoch: 0,
    epochs: 0,
    done: 0,
    loss: null,
    elapsed: 0,
    eta: null,
    interactionsPerSecond: 0,
  };
  const tell = (): void => {
    lastReport = performance.now();
    onProgress({ run: info, ...progress });
  };
  return {
    get info() {
      return info;
    },
    update(changes) {
      info = { ...info, ...changes };
      tell();
    },
    enter(phase) {
      progress = { ...progress, phase };
      tell();
    },
    report({ reports, checkpoint: _checkpoint, ...now }, epochs) {
      progress = { ...progress, ...now, epochs, eta: timeLeft(now, epochs) };
      if (reports.length > info.epochs.length) info = { ...info, epochs: reports };
      else if (now.done < 1 && performance.now() - lastReport < reportEvery) return;
      tell();
    },
    save: (checkpoint) => saveRun(info, checkpoint),
    dropCheckpoints: () => dropCheckpoints(info.id),
  };
}

/** Seconds to the end of `epochs`, at the pace so far. */
function timeLeft(
  { epoch, done, elapsed }: Pick<TrainingProgress, 'epoch' | 'done' | 'elapsed'>,
  epochs: number,
): number | null {
  const behind = epoch - 1 + done;
  return behind > 0 ? (elapsed / behind) * (epochs - behind) : null;
}
