import { failure } from '../../errors';
import type { Dataset } from '../data/dataset';
import type { Difference } from '../evaluation/compare';
import type { Checkpoint } from '../models/checkpoint';
import { popularity } from '../models/classical/popularity';
import type { Config, Model } from '../models/model';
import { personalise, type Estimate } from './personalise';
import { countEligible, holdOutPeople } from './timelines';
import { refit } from './train';

/** How good a model is for people whom it has not met, by how many interactions it knows of them. */
export interface ColdStart {
  /** How many people were held out whole. */
  readonly people: number;
  /** By which they were drawn. */
  readonly seed: number;
  readonly stages: readonly ColdStage[];
}

/** NDCG@10 of the next ten interactions after the first `known`. */
export interface ColdStage {
  readonly known: number;
  readonly popularity: Estimate;
  readonly foldIn: Estimate;
  /** Folded in less popularity, person by person; p is corrected for the number of stages by Holm. */
  readonly lead: Difference;
}

/** How far a measurement has come: what it does, and the share of that which is done. */
export interface ColdProgress {
  readonly step: 'fitting' | 'measuring';
  readonly done: number;
}

export interface ColdOptions {
  readonly config: Config;
  readonly epochs: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Awaited several times a second, so that whoever gives the signal gets a turn. */
  readonly onProgress: (progress: ColdProgress) => Promise<void>;
}

const steps: readonly number[] = [0, 1, 2, 3, 5, 10, 20, 30];
/** People who are held out, and fewer than which say nothing. */
const [mostPeople, leastPeople] = [200, 10];

/**
 * Holds people out, fits `model` and popularity to all others, and asks after each number of
 * interactions which come next. The largest numbers are left out where too few people have so
 * many. `dataset` holds preferences. @throws AbortError, DataError
 */
export async function measureColdStart(
  model: Model,
  dataset: Dataset,
  { config, epochs, seed, signal, onProgress }: ColdOptions,
): Promise<ColdStart> {
  const within = stepsWithin(dataset);
  const timelines = holdOutPeople(dataset, mostPeople, seed, within);
  const { others, people } = timelines;
  const fitTo = async (one: Model, settings: Config, times: number): Promise<Checkpoint> => {
    const options = { config: settings, seed, signal, resume: null, epochs: times };
    const fit = refit(one, others, options);
    let step = await fit.next();
    for (; !step.done; step = await fit.next()) {
      await onProgress({ step: 'fitting', done: (step.value.epoch - 1 + step.value.done) / times });
    }
    signal.throwIfAborted();
    return step.value!;
  };
  const popular = await fitTo(popularity, {}, 1);
  const checkpoint = await fitTo(model, config, epochs);
  const stages = await personalise(checkpoint, popular, timelines, {
    train: others,
    seed,
    signal,
    learnsOn: false,
    onStage: (known) =>
      onProgress({ step: 'measuring', done: within.indexOf(known) / within.length }),
  });
  return { people: people.length, seed, stages: stages.map(toColdStage) };
}

function toColdStage({ known, popularity: popular, foldIn, lead }: ColdStage): ColdStage {
  return { known, popularity: popular, foldIn, lead };
}

/** As many of the steps, fewest first, as enough people have interactions for. */
function stepsWithin(dataset: Dataset): readonly number[] {
  const within = steps.filter((known) => countEligible(dataset, known) >= 2 * leastPeople);
  if (within.length > 1) return within;
  throw failure(
    'DataError',
    `Fewer than ${2 * leastPeople} people have enough interactions to be held out: each needs 11 that count.`,
  );
}
