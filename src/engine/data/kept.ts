import type { Dataset } from './dataset';
import { sizeOfCore, type CoreSize } from './k-core';

/** What a training leaves out of its data; null leaves out nothing. */
export interface Filters {
  /** The lowest rating that counts. */
  readonly minValue: number | null;
  /** The fewest interactions that a user or an item may have, of those that count. */
  readonly kCore: number | null;
}

/** How much of `dataset` a training with `filters` learns from; with pauses now and then. */
export function sizeOfKept(
  { values, ...dataset }: Dataset,
  { minValue, kCore }: Filters,
): Generator<void, CoreSize> {
  const isRated = (event: number): boolean => minValue === null || values[event] >= minValue;
  return sizeOfCore({ values, ...dataset }, kCore ?? 1, isRated);
}
