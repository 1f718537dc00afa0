import { filterEvents, type Dataset } from './dataset';

/**
 * What every published protocol here learns from and is judged by: interactions
 * rated at least `minValue` (null keeps all), each counting 1. Items and users keep
 * their indices.
 */
export function toImplicit(dataset: Dataset, minValue: number | null): Dataset {
  const kept =
    minValue === null
      ? dataset
      : filterEvents(dataset, (event) => dataset.values[event] >= minValue);
  return { ...kept, values: new Float32Array(kept.values.length).fill(1) };
}

/**
 * How much a rating says in favour, from -1 to 1: the middle of the scale `[low, high]`
 * is 0, so a one-star rating is a dislike. Without a scale every interaction counts 1.
 */
export function toPreference(value: number, [low, high]: readonly [number, number]): number {
  if (high <= low) return 1;
  return Math.max(-1, Math.min(1, (2 * value - low - high) / (high - low)));
}
