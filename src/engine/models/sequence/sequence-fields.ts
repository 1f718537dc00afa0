import { failure } from '../../../errors';
import type { Random } from '../../../kernels/random';
import { countWindows, sequenceBatches, type Cut, type SequenceBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { nextItemLosses, type Comparison } from '../../nn/next-item';
import { epochsField, learningRateField, whole } from '../fields';
import type { Fields } from '../model';

/** The fields that all models of sequences share; their defaults differ. */
export function sequenceFields(defaults: {
  readonly dropout: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly loss?: (typeof nextItemLosses)[number];
  readonly negatives?: number;
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
      default: defaults.loss ?? 'cross-entropy',
      choices: nextItemLosses,
      label: 'Loss',
      help:
        'Compares the next item with all others (cross-entropy), or, faster where there are ' +
        'many, with some.',
    },
    negatives: whole(
      'Negatives',
      'How many items the next one is compared with, where not with all; drawn anew for every step.',
      defaults.negatives ?? 256,
      1,
      8192,
    ),
    calibration: {
      default: 0.75,
      min: 0,
      max: 1,
      label: 'Calibration',
      help: 'Of gbce: from 0, plain cross-entropy of pairs, to 1, as if compared with all items.',
    },
  } as const satisfies Fields;
}

/** Scores that a step holds at once where all items are scored, which goes block by block. */
const scoresAtOnce = 2 ** 23;

/** Numbers that a step holds at its peak for each score of a position, where only some items are scored. */
const numbersPerScore: Readonly<Record<string, number>> = {
  bce: 23,
  gbce: 23,
  bpr: 23,
  'sampled-softmax': 1,
  'bpr-max': 32,
};

/**
 * Bytes at the peak of a step: the items' weights with their gradient and two moments,
 * scores, and `numbersPerPosition` of the model's own, as measured.
 */
export function sequenceMemory(
  { items, itemOf }: Dataset,
  { dim, batchSize, length, loss, negatives }: MemoryConfig,
  numbersPerPosition: number,
): number {
  const positions = Math.min(batchSize * length, itemOf.length);
  const weights = 4 * items.size * (dim + 1);
  const scores =
    loss === 'cross-entropy'
      ? scoresAtOnce
      : positions * (numbersPerScore[loss] * (1 + negatives) + 4 * dim);
  return 4 * (weights + scores + positions * numbersPerPosition);
}

interface MemoryConfig extends Pick<Comparison, 'loss' | 'negatives'> {
  readonly dim: number;
  readonly batchSize: number;
  readonly length: number;
}

/** How a model of sequences learns. */
interface Learning extends Cut {
  readonly batchSize: number;
  readonly epochs: number;
  readonly learningRate: number;
}

/**
 * The epochs of sequences that a model of them descends by.
 * @throws DataError when nobody has two interactions in a session
 */
export function epochsOf(train: Dataset, { epochs, learningRate, ...cut }: Learning) {
  const windows = countWindows(train, cut);
  if (windows === 0) {
    throw failure(
      'DataError',
      'Nobody has two interactions to learn an order from. Choose a model that needs no order.',
    );
  }
  return {
    epochs,
    learningRate,
    batchesPerEpoch: Math.ceil(windows / cut.batchSize),
    batches: (random: Random): Iterable<SequenceBatch> => sequenceBatches(train, cut, random),
  };
}
