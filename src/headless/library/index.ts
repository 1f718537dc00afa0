/**
 * The engine for programs in Node. Importing it does nothing: the engine is loaded by the first
 * call. Failures have a `name` and a `message` that says what to do.
 */
import { listen } from '../tell';
import type {
  EvaluateOptions,
  Evaluation,
  ModelDescription,
  Recommender,
  Trained,
  TrainOptions,
} from './types';

export type * from './types';

/** Hands lines about how far things have come to `listener`; nobody hears them otherwise. */
export function onProgress(listener: (line: string) => void): void {
  listen(listener);
}

/** Every model there is. */
export async function models(): Promise<readonly ModelDescription[]> {
  return (await engine()).describeModels();
}

/** Finds the best number of epochs by validation, then learns from everything. */
export async function train(options: TrainOptions): Promise<Trained> {
  return (await engine()).trainOn(options);
}

/** Learns, and reads the test once for each seed or fold. */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  return (await engine()).evaluateOn(options);
}

/** A recommender from a file, or from its bytes. */
export async function openRecommender(file: string | Uint8Array): Promise<Recommender> {
  return (await engine()).open(file);
}

function engine() {
  return import('./engine');
}
