import { filterEvents, type Dataset } from './dataset';
import { keepCore } from './k-core';
import type { Filters } from './kept';

/** Interactions rated at least `minValue`; null keeps all. Items and users keep their indices. */
export function keepRated(dataset: Dataset, minValue: number | null): Dataset {
  if (minValue === null) return dataset;
  return filterEvents(dataset, (event) => dataset.values[event] >= minValue);
}

/** The same interactions, each counting 1: what every published protocol learns from. */
export function toImplicit(dataset: Dataset): Dataset {
  return { ...dataset, values: new Float32Array(dataset.values.length).fill(1) };
}

/** The same interactions with preferences in the place of the ratings of a scale. */
export function toPreferences(dataset: Dataset, scale: Scale): Dataset {
  return { ...dataset, values: dataset.values.map((value) => toPreference(value, scale)) };
}

/** Data made ready to learn from. */
export interface Prepared {
  /** What the filters leave, with its values as they were. */
  readonly kept: Dataset;
  /** The same with preferences as values. */
  readonly all: Dataset;
  /** Of all ratings, those that were left out too. */
  readonly scale: Scale;
}

/** Leaves out what is rated too low, then whom and what too few interactions are left of. */
export function asPreferences(
  dataset: Dataset,
  { minValue, kCore = null }: Pick<Filters, 'minValue'> & Partial<Filters>,
): Prepared {
  const kept = keepCore(keepRated(dataset, minValue), kCore);
  const scale = valueRange(dataset);
  return { kept, all: toPreferences(kept, scale), scale };
}

/** The lowest and the highest rating. */
export type Scale = readonly [number, number];

/**
 * How much a rating says in favour, from -1 to 1: the middle of the scale `[low, high]`
 * is 0, so a one-star rating is a dislike. Without a scale every interaction counts 1.
 */
export function toPreference(value: number, [low, high]: Scale): number {
  if (high <= low) return 1;
  return Math.max(-1, Math.min(1, (2 * value - low - high) / (high - low)));
}

/** Lowest and highest value; equal where the data have no ratings. */
export function valueRange({ values }: Dataset): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
