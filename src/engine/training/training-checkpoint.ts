import { failure } from '../../errors';
import { decodeSafetensors, encodeSafetensors, type NamedTensor } from '../data/safetensors';
import type { LearningState } from '../nn/fit';
import {
  behindPrefix,
  prefixed,
  restore,
  snapshot,
  type HostWeights,
  type Weights,
} from '../nn/weights';

/** After every epoch. */
export interface EpochReport {
  readonly epoch: number;
  /** Mean over the epoch; absent for models solved in closed form. */
  readonly loss?: number;
  readonly validation: Readonly<Record<string, number>>;
  /** Best by validation so far. */
  readonly best: boolean;
  /** Seconds of training since the beginning, pauses left out. */
  readonly seconds: number;
  readonly interactionsPerSecond: number;
}

/** The best epoch so far, on the host, where a lost device cannot take it. */
export interface Best {
  readonly epoch: number;
  readonly score: number;
  readonly weights: HostWeights;
}

/** A training that was cut off: all that going on as if nothing had happened needs. */
export interface TrainingCheckpoint {
  /** Learning from train, with validation; or from everything, to serve. */
  readonly phase: 'fit' | 'refit';
  readonly weights: HostWeights;
  readonly moments: HostWeights;
  readonly state: Omit<LearningState, 'moments'>;
  readonly best: Best | null;
  readonly reports: readonly EpochReport[];
  /** Seconds of training so far. */
  readonly elapsed: number;
}

const format = 'palate-training';
const version = 2;

/** As a safetensors file: `weights.NAME`, `moments.NAME`, `best.NAME`, and the rest as JSON. */
export function encodeTraining({
  weights,
  moments,
  best,
  ...facts
}: TrainingCheckpoint): Promise<Blob> {
  const bestFacts = best && { epoch: best.epoch, score: best.score };
  const tensors = {
    ...prefixed('weights', weights),
    ...prefixed('moments', moments),
    ...prefixed('best', best?.weights ?? {}),
    facts: toBytes({ ...facts, best: bestFacts }),
  };
  return encodeSafetensors(tensors, { format, version: String(version) });
}

/** @throws CheckpointError when it is damaged or of another version */
export async function decodeTraining(file: Blob): Promise<TrainingCheckpoint> {
  const { tensors, metadata } = await decodeSafetensors(file);
  if (metadata.format !== format || metadata.version !== String(version) || !tensors.facts) {
    throw failure('CheckpointError', 'The checkpoint is not one that this version can go on from.');
  }
  const { best, ...facts } = fromBytes(tensors.facts);
  return {
    ...facts,
    weights: withPrefix('weights', tensors),
    moments: withPrefix('moments', tensors),
    best: best && { ...best, weights: withPrefix('best', tensors) },
  };
}

type Facts = Omit<TrainingCheckpoint, 'weights' | 'moments' | 'best'> & {
  readonly best: Omit<Best, 'weights'> | null;
};

/** A tensor, because tensors have checksums, and metadata have none. */
function toBytes(facts: Facts): NamedTensor {
  const values = new TextEncoder().encode(JSON.stringify(facts));
  return { shape: [values.length], values };
}

/** Our own file, and its checksums held: its facts are what we wrote. */
function fromBytes({ values }: NamedTensor): Facts {
  return JSON.parse(new TextDecoder().decode(values)) as Facts;
}

/** Reads what a fit has lent back to the host. */
export async function captureTraining(
  lent: { readonly weights: Weights; readonly state: LearningState },
  facts: Pick<TrainingCheckpoint, 'phase' | 'best' | 'reports' | 'elapsed'>,
): Promise<TrainingCheckpoint> {
  const { moments, ...state } = lent.state;
  return {
    weights: await snapshot(lent.weights),
    moments: await snapshot(moments),
    state,
    ...facts,
  };
}

/** Puts a training back onto the device; whoever resumes from it disposes both. */
export function restoreTraining({ weights, moments, state }: TrainingCheckpoint): {
  weights: Weights;
  state: LearningState;
} {
  return { weights: restore(weights), state: { ...state, moments: restore(moments) } };
}

/** Our own file: its tensors, but for the facts, are in float32. */
function withPrefix(prefix: string, tensors: Readonly<Record<string, NamedTensor>>): HostWeights {
  return behindPrefix(prefix, tensors) as HostWeights;
}
