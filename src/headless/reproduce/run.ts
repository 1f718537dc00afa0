import { filterEvents, type Dataset } from '../../engine/data/dataset';
import type { Split } from '../../engine/data/split';
import { bootstrapIntervals } from '../../engine/evaluation/compare';
import { meansOf } from '../../engine/evaluation/accuracy';
import { judgedBy } from '../../engine/models/feedback';
import type { Checkpoint } from '../../engine/models/checkpoint';
import { completeConfig, type Config, type Model } from '../../engine/models/model';
import { findModel } from '../../engine/models/registry';
import { refit, train } from '../../engine/training/train';
import { rankAmong, testCheckpoint } from '../../engine/training/trial';
import type { CheckpointFile } from '../checkpoints';
import { follow } from '../progress';
import { countTestRead } from '../test-reads';
import { divide } from './divide';
import type { Figure } from './figures';

/** One measurement of a figure: one split, one training, one reading of the test. */
export interface Run {
  readonly seed: number;
  /** SHA-256 of the interactions with their parts. */
  readonly split: string;
  readonly config: Config;
  readonly backend: string;
  readonly users: number;
  readonly bestEpoch: number;
  readonly epochs: number;
  /** Of training until the best was known, validation included. */
  readonly seconds: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  /** The metric of validation that chose the epoch, after each epoch. */
  readonly curve: readonly number[];
}

export interface Measuring {
  readonly seed: number;
  readonly backend: string;
  /** Where the training goes on from, and is kept; null keeps nothing. */
  readonly checkpoint: CheckpointFile | null;
}

/** Measures `figure` once: the test part is read after validation has chosen the epoch. */
export async function measure(
  figure: Figure,
  dataset: Dataset,
  { seed, backend, checkpoint }: Measuring,
): Promise<Run> {
  const model = findModel(figure.model);
  const config = completeConfig(model.fields, figure.set);
  const { split, hash, all, parts } = await divide(figure, dataset, seed);
  const { signal } = new AbortController();
  const { negatives } = figure.protocol;
  const resume = checkpoint && (await checkpoint.read());
  const fit = train(model, split, { config, seed, signal, resume, negatives });
  const { best, bestEpoch, reports, elapsed } = await follow(fit, checkpoint?.write);
  const tested = figure.protocol.refits
    ? await refitted(
        model,
        filterEvents(all, (event) => parts[event] < 2),
        { config, seed, epochs: bestEpoch },
      )
    : best!;
  await countTestRead(hash, model.name);
  return {
    seed,
    split: hash,
    config,
    backend,
    users: split.test.length,
    bestEpoch,
    epochs: reports.length,
    seconds: elapsed,
    ...(await judge(figure, tested, split)),
    curve: reports.map(({ validation }) => validation[judgedBy(model)]),
  };
}

async function refitted(
  model: Model,
  dataset: Dataset,
  options: { readonly config: Config; readonly seed: number; readonly epochs: number },
): Promise<Checkpoint> {
  const { signal } = new AbortController();
  return (await follow(refit(model, dataset, { ...options, signal, resume: null })))!;
}

/** Reads the test part. */
async function judge(
  { protocol: { negatives } }: Figure,
  checkpoint: Checkpoint,
  split: Split,
): Promise<Pick<Run, 'metrics' | 'intervals'>> {
  if (negatives === null) {
    const { evaluation, intervals } = await testCheckpoint(checkpoint, split);
    return { metrics: evaluation.metrics, intervals };
  }
  const perUser = await rankAmong(checkpoint, split.test, { negatives, seed: split.seed });
  return { metrics: meansOf(perUser), intervals: bootstrapIntervals(perUser) };
}
