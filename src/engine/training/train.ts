import * as tf from '../../kernels/tensor';
import { createRandom } from '../../kernels/random';
import { itemCounts, type Dataset } from '../data/dataset';
import type { Split } from '../data/split';
import { meansOf } from '../evaluation/accuracy';
import { evaluate, type Evaluation } from '../evaluation/evaluate';
import { scoreOf } from '../evaluation/judge';
import { evaluateSampled } from '../evaluation/sampled';
import type { Checkpoint } from '../models/checkpoint';
import { toFeedback } from '../models/feedback';
import type { Config, Model } from '../models/model';
import { Recommender } from '../models/recommender';
import type { FitProgress } from '../nn/fit';
import { snapshot } from '../nn/weights';
import { isFailure } from '../../errors';
import { createClock, type Clock } from './clock';
import { createRate } from './rate';
import {
  captureTraining,
  encodeTraining,
  restoreTraining,
  type Best,
  type EpochReport,
  type TrainingCheckpoint,
} from './training-checkpoint';

export interface TrainingOptions {
  readonly config: Config;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Where to go on from, or null to begin. */
  readonly resume: TrainingCheckpoint | null;
  /** Epochs without a new best after which training ends. */
  readonly patience?: number;
  /**
   * For a protocol that ranks among a few drawn items: validation does too, among so many.
   * Otherwise it ranks all.
   */
  readonly negatives?: number | null;
}

/** How far a training has come; several times a second. */
export interface TrainingProgress {
  /** From 1. */
  readonly epoch: number;
  /** Share of the epoch that is done, `[0, 1]`. */
  readonly done: number;
  /** Mean over the epoch so far. */
  readonly loss: number | null;
  /** Seconds of training, pauses left out. */
  readonly elapsed: number;
  readonly interactionsPerSecond: number;
  /** All epochs so far, oldest first. */
  readonly reports: readonly EpochReport[];
  /** A file to resume from; only until the training moves on. */
  checkpoint(): Promise<Blob>;
}

/** What came of a training: the best epoch by validation. */
export interface TrainingResult {
  /** Null when it was stopped before the first epoch had ended. */
  readonly best: Checkpoint | null;
  /** The DivergenceError that ended it after at least one good epoch, or null. */
  readonly diverged: Error | null;
  readonly bestEpoch: number;
  readonly reports: readonly EpochReport[];
  readonly elapsed: number;
}

/**
 * Fits `model` to `split.train`, validating after every epoch. To pause it, do not
 * ask for the next progress; to stop it, abort the signal. @throws DivergenceError
 */
export async function* train(
  model: Model,
  split: Split,
  { config, seed, signal, resume, patience = 10, negatives = null }: TrainingOptions,
): AsyncGenerator<TrainingProgress, TrainingResult> {
  const clock = createClock(resume?.elapsed ?? 0);
  const meter = createRate(clock.seconds);
  const reports = [...(resume?.reports ?? [])];
  let best: Best | null = resume?.best ?? null;
  let diverged: Error | null = null;
  const isOver = (): boolean => signal.aborted || reports.length - (best?.epoch ?? 0) >= patience;
  try {
    const fit = fitOn(model, split.train, { config, seed, signal, resume });
    for await (const progress of isOver() ? [] : fit) {
      meter.add(progress, clock.seconds);
      // A model solved in closed form solves again what the checkpoint has reported.
      if (progress.done === 1 && progress.epoch > reports.length) {
        const validation = await validate(model, split, config, { progress, signal, negatives });
        if (!validation) break;
        const score = scoreOf(model, validation);
        const isBest = !best || score > best.score;
        if (isBest) best = await bestOf(progress, score);
        reports.push(toReport(progress, { validation, isBest, clock, rate: meter.rate }));
        meter.restart(clock.seconds);
      }
      const facts = { phase: 'fit', best, reports: [...reports], elapsed: clock.seconds } as const;
      clock.halt();
      yield toProgress(progress, facts, meter.rate);
      clock.proceed();
      if (isOver()) break;
    }
  } catch (error) {
    if (!best || !isFailure(error, 'DivergenceError')) throw error;
    diverged = error as Error;
  }
  return {
    best: best && toCheckpoint(model, config, split.train, best),
    bestEpoch: best?.epoch ?? 0,
    diverged,
    reports,
    elapsed: clock.seconds,
  };
}

export interface RefitOptions extends Omit<TrainingOptions, 'patience' | 'negatives'> {
  readonly epochs: number;
  /** What the training before chose, for the checkpoints to keep. */
  readonly best?: Best | null;
}

/**
 * Fits `model` to all of `dataset` for a number of epochs that a training chose:
 * what serves has seen everything. Returns null when it was stopped.
 */
export async function* refit(
  model: Model,
  dataset: Dataset,
  { config, seed, signal, resume, epochs, best = null }: RefitOptions,
): AsyncGenerator<TrainingProgress, Checkpoint | null> {
  const clock = createClock(resume?.elapsed ?? 0);
  const meter = createRate(clock.seconds);
  const fixed = 'epochs' in config ? { ...config, epochs } : config;
  for await (const progress of fitOn(model, dataset, { config: fixed, seed, signal, resume })) {
    meter.add(progress, clock.seconds);
    const facts = { phase: 'refit', best, reports: [], elapsed: clock.seconds } as const;
    clock.halt();
    yield toProgress(progress, facts, meter.rate);
    clock.proceed();
    if (signal.aborted) return null;
    if (progress.epoch === epochs && progress.done === 1) {
      const weights = await snapshot(progress.weights);
      return toCheckpoint(model, config, dataset, { weights });
    }
  }
  // Cut off after its last step, there was nothing left to learn.
  return resume && !signal.aborted ? toCheckpoint(model, config, dataset, resume) : null;
}

/** The model's fit, from a checkpoint where there is one, whose tensors are freed in the end. */
async function* fitOn(
  model: Model,
  dataset: Dataset,
  { config, seed, signal, resume }: TrainingOptions,
): AsyncGenerator<FitProgress> {
  const start = resume && restoreTraining(resume);
  try {
    yield* model.fit(toFeedback(model, dataset, config), config, {
      random: createRandom(seed),
      signal,
      resume: start,
    });
  } finally {
    if (start) tf.dispose([start.weights, start.state.moments]);
  }
}

interface Validating {
  readonly progress: FitProgress;
  readonly signal: AbortSignal;
  readonly negatives: number | null;
}

/** Null when it was stopped. */
async function validate(
  model: Model,
  split: Split,
  config: Config,
  { progress, signal, negatives }: Validating,
): Promise<Evaluation['metrics'] | null> {
  const { train, validation, scale } = split;
  const { items, users } = train;
  const { weights } = progress;
  const facts = { counts: countsOf(train) };
  const recommender = new Recommender({ model, config, items, users, weights, facts });
  try {
    if (negatives === null) {
      return (await evaluate(recommender, validation, train, { scale, signal })).metrics;
    }
    const sampling = { negatives, seed: split.seed, k: 10 };
    return meansOf(await evaluateSampled(recommender, validation, sampling));
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

async function bestOf({ weights, epoch }: FitProgress, score: number): Promise<Best> {
  return { epoch, score, weights: await snapshot(weights) };
}

function toReport(
  { epoch, loss }: FitProgress,
  facts: { validation: EpochReport['validation']; isBest: boolean; clock: Clock; rate: number },
): EpochReport {
  return {
    epoch,
    ...(loss !== undefined && { loss }),
    validation: facts.validation,
    best: facts.isBest,
    seconds: facts.clock.seconds,
    interactionsPerSecond: facts.rate,
  };
}

function toProgress(
  progress: FitProgress,
  facts: Pick<TrainingCheckpoint, 'phase' | 'best' | 'reports' | 'elapsed'>,
  interactionsPerSecond: number,
): TrainingProgress {
  return {
    epoch: progress.epoch,
    done: progress.done,
    loss: progress.loss ?? null,
    elapsed: facts.elapsed,
    interactionsPerSecond,
    reports: facts.reports,
    checkpoint: async () => encodeTraining(await captureTraining(progress, facts)),
  };
}

/** A recommender of those who are in `dataset`. */
export function toCheckpoint(
  model: Model,
  config: Config,
  dataset: Dataset,
  { weights }: Pick<Best, 'weights'>,
): Checkpoint {
  const { items, users } = dataset;
  const counts = countsOf(dataset);
  return { model: model.name, config, items: items.ids, users: users.ids, weights, counts };
}

function countsOf(dataset: Dataset): number[] {
  return Array.from(itemCounts(dataset));
}
