import type { Dataset } from '../../data/dataset';
import { batchField, epochsField, learningRateField, whole } from '../fields';
import type { Fields } from '../model';
import { dimHelp } from './knowledge';

export const twoTowerFields = {
  dim: whole('Embedding size', dimHelp, 64, 2, 512),
  layers: whole(
    'Layers',
    'Layers of each tower, each adding to what the one below gives.',
    1,
    0,
    4,
  ),
  length: whole('History length', 'How many of the newest items are read.', 100, 1, 1000),
  epochs: epochsField,
  batchSize: batchField(1024),
  learningRate: learningRateField(0.002),
  dropout: {
    default: 0.5,
    min: 0,
    max: 0.9,
    label: 'Dropout',
    help: 'Share of numbers hidden while learning, against learning by heart.',
  },
  negatives: whole(
    'Negatives',
    'Items that all interactions of a step are compared with, drawn by popularity.',
    512,
    1,
    8192,
  ),
} as const satisfies Fields;

/** Weights with gradients and two moments, and what a batch holds. */
export function twoTowerMemory(
  { users, items }: Dataset,
  { dim, batchSize, length, negatives, layers }: Readonly<Record<MemoryField, number>>,
): number {
  const tables = 4 * dim * (users.size + 3 * items.size);
  const batch = batchSize * (4 * dim * (3 + layers) + 2 * length + 2 * negatives);
  return 4 * (tables + batch);
}

type MemoryField = 'dim' | 'batchSize' | 'length' | 'negatives' | 'layers';
