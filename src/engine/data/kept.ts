import type { Dataset } from './dataset';
import { sizeOfCore, type CoreSize } from './k-core';
import { keepRated } from './prepare';

/** What a training leaves out of its data; null leaves out nothing. */
export interface Filters {
  /** The lowest rating that counts. */
  readonly minValue: number | null;
  /** The fewest interactions that a user or an item may have, of those that count. */
  readonly kCore: number | null;
}

/** How much of `dataset` a training with `filters` learns from. */
export function sizeOfKept(dataset: Dataset, { minValue, kCore }: Filters): CoreSize {
  return sizeOfCore(keepRated(dataset, minValue), kCore ?? 1);
}
