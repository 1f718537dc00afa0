import type { Config, Fields, Filters, ModelInfo, TrainRequest } from '../api';
import type { Draft } from './state';
import { initialState } from './state';

/** The form for `model`, every field at its default, or for 'auto'; the rest as in `before`. */
export function draftFor(model: ModelInfo | undefined, before: Draft = initialState.draft): Draft {
  const fields = Object.entries(model?.fields ?? {});
  const values = Object.fromEntries(fields.map(([name, field]) => [name, String(field.default)]));
  return { ...before, model: model?.name ?? 'auto', values };
}

/** What was typed, as a config. Text that is no number becomes NaN, which the engine refuses. */
export function configOf(fields: Fields, values: Draft['values']): Config {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const text = values[name] ?? String(field.default);
      return [name, 'choices' in field ? text : numberOf(text)];
    }),
  );
}

/** The form as a request to train `model` on `dataset`; without one, that is left to the engine. */
export function requestOf(
  draft: Draft,
  model: ModelInfo | undefined,
  dataset: string,
): TrainRequest {
  return {
    dataset,
    model: model?.name ?? 'auto',
    config: model ? configOf(model.fields, draft.values) : {},
    split: draft.split,
    seed: numberOf(draft.seed),
    ...filtersOf(draft),
  };
}

/** What the form leaves out of the data. */
export function filtersOf({ minValue, kCore }: Draft): Filters {
  return {
    minValue: minValue.trim() === '' ? null : numberOf(minValue),
    kCore: kCore.trim() === '' ? null : numberOf(kCore),
  };
}

/** The field that a ConfigError names: “dim” must be … */
export function blamedField(message: string): string | null {
  return /“([^”]+)”/.exec(message)?.[1] ?? null;
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
