import type { Dataset } from '../engine/data/dataset';
import type { Split } from '../engine/data/split';
import { withFacts, type Checkpoint } from '../engine/models/checkpoint';
import type { Config, Model } from '../engine/models/model';
import { dataToServe } from '../engine/training/data-to-serve';
import { refit, train } from '../engine/training/train';
import { follow } from './progress';
import { trialOf, type Splitting } from './setting';
import { tell } from './tell';

/** What serves, and what validation said before it was fitted. */
export interface Learned {
  /** Fitted to everything. */
  readonly checkpoint: Checkpoint;
  /** The data, with the items that it knows. */
  readonly served: Dataset;
  readonly split: Split;
  /** The best epoch of those that were fitted to `split.train`. */
  readonly best: Checkpoint;
  /** How many epochs validation chose. */
  readonly epochs: number;
  readonly validation: Readonly<Record<string, number>>;
}

/**
 * Finds the best number of epochs by validation, and refits on everything.
 * @throws DataError, and the reason of `signal` once it is aborted
 */
export async function learn(
  model: Model,
  config: Config,
  dataset: Dataset,
  given: Splitting,
  signal = new AbortController().signal,
): Promise<Learned> {
  const { all, split } = await trialOf(dataset, given);
  const options = { config, seed: split.seed, signal, resume: null };
  const { best, bestEpoch: epochs, reports } = await follow(train(model, split, options));
  signal.throwIfAborted();
  tell(`Refitting on everything for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} …`);
  const serving = await follow(refit(model, dataToServe(model, all), { ...options, epochs }));
  signal.throwIfAborted();
  const { validation } = reports[epochs - 1];
  const served = dataToServe(model, dataset);
  const checkpoint = withFacts(serving!, served);
  return { checkpoint, served, split, best: best!, epochs, validation };
}
