/** Training, and what to know before it. */
import type { Config } from '../engine/models/model';
import type { DataFacts } from '../engine/training/auto';
import type { ColdProgress } from '../engine/training/cold-start';
import type { Preflight } from '../engine/training/preflight';
import type { RunInfo, RunProgress, TrainRequest } from './runs';

export type { Preflight } from '../engine/training/preflight';
export type { DataFacts, Unused } from '../engine/training/auto';

/** The model that suits some data, and why. */
export interface AutoChoice {
  readonly model: string;
  /** What was seen of the data. */
  readonly facts: DataFacts;
  /** One sentence, in English. */
  readonly reason: string;
}

export interface TrainingCalls {
  /** The model that 'auto' stands for; or, where it says so, the one for a list from elsewhere. */
  chooseModel(dataset: string, options?: { forList?: boolean }): Promise<AutoChoice>;
  /** What a training takes, and what would fit where that is too much. @throws ConfigError, NotFoundError */
  preflight(dataset: string, model: string, config: Config): Promise<Preflight>;
  /**
   * Fits, validates, tests, refits on all data and keeps the result; resolves when
   * the baselines are there too. @throws ConfigError, DivergenceError, DeviceError, BusyError
   */
  train(request: TrainRequest, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  /** Goes on with a run that was cut off, from its last checkpoint. */
  resume(run: string, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  /** Halts the running training after the step in progress, and writes a checkpoint. */
  pause(): Promise<void>;
  /** Lets a paused training of this session go on. */
  proceed(): Promise<void>;
  /**
   * Ends the running training early, which resolves with the best epoch so far, or the running
   * measurement, which rejects.
   */
  stop(): Promise<void>;
  /**
   * Measures how good the model of a run is for people of whom little is known: holds some out,
   * learns from the others, and keeps the result with the run. Nothing else is learned meanwhile.
   * @throws AbortError, BusyError, DataError, DeviceError
   */
  coldStart(run: string, onProgress: (progress: ColdProgress) => void): Promise<RunInfo>;
  /** Newest first. */
  runs(): Promise<readonly RunInfo[]>;
  removeRun(run: string): Promise<void>;
}
