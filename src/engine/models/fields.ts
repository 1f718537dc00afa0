import type { NumberField } from './model';

/** A field of whole numbers. */
export function whole(label: string, help: string, value: number, min: number, max: number) {
  return { default: value, min, max, whole: true, label, help } as const satisfies NumberField;
}

/** How many numbers describe each user and each item. */
export function embeddingField(value: number) {
  return whole('Embedding size', 'Numbers that describe each user and each item.', value, 2, 512);
}

/** How many interactions a step learns from. */
export function batchField(value: number) {
  return whole('Batch size', 'Interactions per step.', value, 1, 65536);
}

/** How long a model learns that validation stops. */
export const epochsField = whole(
  'Epochs',
  'Passes over the data at most; training stops earlier once it no longer helps.',
  200,
  1,
  1000,
);

/** How far a step goes. */
export function learningRateField(value: number) {
  return {
    default: value,
    min: 0.00001,
    max: 1,
    label: 'Learning rate',
    help: 'How far each step goes.',
  } as const satisfies NumberField;
}

/** How much long vectors cost. */
export function l2Field(value: number) {
  return {
    default: value,
    min: 0,
    max: 1,
    label: 'Regularization',
    help: 'Keeps the vectors small.',
  } as const satisfies NumberField;
}
