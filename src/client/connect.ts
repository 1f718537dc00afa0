import { proxy, transfer, wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
import type {
  ColdProgress,
  DatasetInfo,
  EngineApi,
  FilePlan,
  ImportProgress,
  RecommenderInfo,
  RunInfo,
  RunProgress,
  TrainRequest,
} from '../api';

/** The engine as the page sees it: the worker's calls, with callbacks and buffers made to cross. */
export interface Client {
  readonly engine: Remote<EngineApi>;
  importFiles(
    files: readonly File[],
    plans: readonly FilePlan[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<DatasetInfo>;
  train(request: TrainRequest, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  resume(run: string, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  coldStart(run: string, onProgress: (progress: ColdProgress) => void): Promise<RunInfo>;
  /** Moves `file` to the worker: it is empty here afterwards. */
  importRecommender(file: ArrayBuffer): Promise<RecommenderInfo>;
}

/** A client of the engine that listens at `endpoint`. */
export function connect(endpoint: Endpoint): Client {
  const engine = wrap<EngineApi>(endpoint);
  return {
    engine,
    importFiles: (files, plans, onProgress) => engine.importFiles(files, plans, proxy(onProgress)),
    train: (request, onProgress) => engine.train(request, proxy(onProgress)),
    resume: (run, onProgress) => engine.resume(run, proxy(onProgress)),
    coldStart: (run, onProgress) => engine.coldStart(run, proxy(onProgress)),
    importRecommender: (file) => engine.importRecommender(transfer(file, [file])),
  };
}
