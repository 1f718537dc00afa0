import { failure } from '../../errors';
import type { Dataset } from '../data/dataset';
import { valueRange } from '../data/prepare';
import { decodeSafetensors, encodeSafetensors, type NamedTensor } from '../data/safetensors';
import { isOfUsers, type HostTensor, type HostWeights } from '../nn/weights';
import type { Config } from './model';

/** A recommender on the host: all that a file of it holds. */
export interface Checkpoint {
  readonly model: string;
  readonly config: Config;
  readonly items: readonly string[];
  /** Null where the users were left out, and everyone is a stranger. */
  readonly users: readonly string[] | null;
  readonly weights: HostWeights;
  /** What the items are called, empty where unknown; absent where nobody said. */
  readonly titles?: readonly string[];
  /** Lowest and highest rating of the data it learned from; equal where there were none. */
  readonly scale?: readonly [number, number];
  /** How often each item was chosen in what it learned from; absent in old files. */
  readonly counts?: readonly number[];
}

/** A checkpoint that can be used away from its data: with their titles and their scale. */
export function withFacts(checkpoint: Checkpoint, dataset: Dataset): Checkpoint {
  return { ...checkpoint, titles: dataset.catalog.titles, scale: valueRange(dataset) };
}

/** The same without a trace of anyone: no user ids, and no tables with rows of users. */
export function withoutUsers({ weights, ...checkpoint }: Checkpoint): Checkpoint {
  const kept = Object.entries(weights).filter(([name]) => !isOfUsers(name));
  return { ...checkpoint, users: null, weights: Object.fromEntries(kept) };
}

const format = 'palate-recommender';
const version = 1;

/** As a safetensors file, whose `__metadata__` holds everything but the numbers. */
export function encodeCheckpoint({ weights, ...facts }: Checkpoint): Promise<Blob> {
  return encodeSafetensors(weights, {
    format,
    version: String(version),
    recommender: JSON.stringify(facts),
  });
}

/** @throws CheckpointError when it is damaged or not a recommender of this version */
export async function decodeCheckpoint(file: Blob): Promise<Checkpoint> {
  const { tensors, metadata } = await decodeSafetensors(file);
  if (metadata.format !== format || metadata.version !== String(version)) {
    throw failure('CheckpointError', 'The file is not a recommender that this version can read.');
  }
  const facts = parseFacts(metadata.recommender);
  const weights = Object.entries(tensors).map(([name, tensor]) => [name, toFloats(name, tensor)]);
  return { ...facts, weights: Object.fromEntries(weights) };
}

function parseFacts(json: string): Omit<Checkpoint, 'weights'> {
  const { model, config, items, users, titles, scale, counts } = parse(json);
  const isConfig = typeof config === 'object' && config !== null;
  if (
    typeof model !== 'string' ||
    !isConfig ||
    !isIds(items) ||
    !(users === null || isIds(users))
  ) {
    throw failure('CheckpointError', 'The file does not say what its recommender is.');
  }
  return {
    model,
    config: config as Config,
    items,
    users,
    ...(isIds(titles) && titles.length === items.length && { titles }),
    ...(isScale(scale) && { scale }),
    ...(isCounts(counts) && counts.length === items.length && { counts }),
  };
}

function parse(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch (cause) {
    throw failure('CheckpointError', 'The description of the recommender is damaged.', cause);
  }
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function isScale(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isFinite);
}

function toFloats(name: string, { shape, values }: NamedTensor): HostTensor {
  if (values instanceof Float32Array && values.every(Number.isFinite)) return { shape, values };
  throw failure(
    'CheckpointError',
    `The tensor “${name}” holds something other than finite numbers.`,
  );
}
