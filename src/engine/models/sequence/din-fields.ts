import { batchField, epochsField, learningRateField, whole } from '../fields';
import type { Config, Fields } from '../model';

export const dinFields = {
  dim: whole(
    'Embedding size',
    'Numbers that describe each item and each value of a feature.',
    64,
    2,
    512,
  ),
  length: whole('History length', 'How many of the newest items are read.', 30, 2, 200),
  units: whole('Activation units', 'They weigh what was chosen by the candidate.', 4, 1, 64),
  hidden: whole('Hidden units', 'Of the layer that judges a candidate.', 32, 1, 1024),
  dropout: {
    default: 0.3,
    min: 0,
    max: 0.9,
    label: 'Dropout',
    help: 'Share of numbers hidden while learning, against learning by heart.',
  },
  epochs: epochsField,
  batchSize: batchField(128),
  learningRate: learningRateField(0.002),
  negatives: whole(
    'Negatives',
    'Items that all interactions of a step are compared with, drawn by popularity.',
    32,
    1,
    1024,
  ),
  context: {
    default: 'no',
    choices: ['no', 'yes'],
    label: 'People and moments',
    help: 'Whether what is known of people, the hour, the weekday and the like is read as well.',
  },
} as const satisfies Fields;

export type DinConfig = Config<typeof dinFields>;
