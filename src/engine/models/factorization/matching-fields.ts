import { linkNames } from '../../nn/pointwise';
import {
  batchField,
  embeddingField,
  epochsField,
  l2Field,
  learningRateField,
  whole,
} from '../fields';
import type { Fields } from '../model';

/** The fields of models that learn to tell what was chosen from what was not. */
export function matchingFields() {
  return {
    dim: embeddingField(64),
    epochs: epochsField,
    batchSize: batchField(2048),
    learningRate: learningRateField(0.005),
    l2: l2Field(0.01),
    negatives: whole('Negatives', 'Items not chosen to each that was, drawn anew.', 4, 1, 64),
    loss: {
      default: 'bce',
      choices: ['bce', 'squared'],
      label: 'Loss',
      help: 'How wrong a score is: cross-entropy of chosen or not, or squared error.',
    },
    link: {
      default: 'sigmoid',
      choices: linkNames,
      label: 'Link',
      help: 'The function of a score whose squared error counts.',
    },
  } as const satisfies Fields;
}

/** The fields that give a tower its shape. */
export const towerFields = {
  width: whole('Width', 'Units of the lowest layer; each above has half as many.', 32, 1, 1024),
  layers: whole('Layers', 'Layers that a pair goes through before it is scored.', 3, 1, 6),
} as const satisfies Fields;
