import { failure } from '../../../errors';
import { countWindows } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { sharedNegatives } from '../../data/negatives';
import type { Sampling } from '../../nn/sequence';
import type { Random } from '../../../kernels/random';
import { epochsField, learningRateField, whole } from '../fields';
import type { Fields } from '../model';

/** The fields that all models of sequences share; their defaults differ. */
export function sequenceFields(defaults: {
  readonly dropout: number;
  readonly batchSize: number;
  readonly learningRate: number;
}) {
  return {
    dim: whole('Embedding size', 'Numbers that describe each item and each state.', 64, 2, 512),
    length: whole('History length', 'How many of the newest items are read.', 50, 2, 500),
    dropout: {
      default: defaults.dropout,
      min: 0,
      max: 0.9,
      label: 'Dropout',
      help: 'Share of numbers hidden while learning, against learning by heart.',
    },
    epochs: epochsField,
    batchSize: whole('Batch size', 'Histories per step.', defaults.batchSize, 1, 4096),
    learningRate: learningRateField(defaults.learningRate),
    loss: {
      default: 'cross-entropy',
      choices: ['cross-entropy', 'sampled-softmax'],
      label: 'Loss',
      help: 'Compares the next item with all others, or, faster where there are many, with some.',
    },
    negatives: whole(
      'Negatives',
      'How many items a sampled softmax compares with; they are drawn anew for every step.',
      256,
      1,
      8192,
    ),
  } as const satisfies Fields;
}

/** Whom a model compares the next item with: null for all items. */
export function samplingFor(train: Dataset, { loss, negatives: count }: SamplingConfig) {
  if (loss === 'cross-entropy') return () => null;
  const negatives = sharedNegatives(train);
  return (random: Random): Sampling => ({ negatives, count, random });
}

interface SamplingConfig {
  readonly loss: string;
  readonly negatives: number;
}

/** Scores that a step holds at once where all items are scored, which goes block by block. */
const scoresAtOnce = 2 ** 23;

/**
 * Bytes at the peak of a step: the items' weights with their gradient and two moments,
 * scores, and `numbersPerPosition` of the model's own, as measured on WebGPU.
 */
export function sequenceMemory(
  { items, itemOf }: Dataset,
  { dim, batchSize, length, loss, negatives }: MemoryConfig,
  numbersPerPosition: number,
): number {
  const positions = Math.min(batchSize * length, itemOf.length);
  const weights = 4 * items.size * (dim + 1);
  const scores = loss === 'cross-entropy' ? scoresAtOnce : positions * (negatives + 4 * dim);
  return 4 * (weights + scores + positions * numbersPerPosition);
}

interface MemoryConfig extends SamplingConfig {
  readonly dim: number;
  readonly batchSize: number;
  readonly length: number;
}

/** Batches in an epoch of sequences. @throws InputError when nobody has two interactions */
export function countSequenceBatches(
  train: Dataset,
  { length, batchSize }: { readonly length: number; readonly batchSize: number },
): number {
  const windows = countWindows(train, length);
  if (windows > 0) return Math.ceil(windows / batchSize);
  throw failure(
    'InputError',
    'Nobody has two interactions to learn an order from. Choose a model that needs no order.',
  );
}
