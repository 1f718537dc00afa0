import type { NumberField } from './model';

/** A field of whole numbers. */
export function whole(label: string, help: string, value: number, min: number, max: number) {
  return { default: value, min, max, whole: true, label, help } as const satisfies NumberField;
}

/** How long a model learns that validation stops. */
export const epochsField = whole(
  'Epochs',
  'Passes over the data at most; training stops earlier once it no longer helps.',
  200,
  1,
  1000,
);

export function learningRateField(value: number) {
  return {
    default: value,
    min: 0.00001,
    max: 1,
    label: 'Learning rate',
    help: 'How far each step goes.',
  } as const satisfies NumberField;
}
