import type { Dataset } from '../../engine/data/dataset';
import { hashDataset } from '../../engine/data/hash';
import { asPreferences } from '../../engine/data/prepare';
import { splitByParts } from '../../engine/data/split';
import type { Trial } from '../../engine/training/trial';
import type { Figure } from './figures';

/** A split as a figure's protocol makes it. */
export interface Division extends Trial {
  /** All interactions that count, as they are learned from. */
  readonly all: Dataset;
  /** The part of each: `[events]` 0 train, 1 validation, 2 test. */
  readonly parts: Uint8Array;
}

export async function divide(
  { minValue, protocol }: Pick<Figure, 'minValue' | 'protocol'>,
  dataset: Dataset,
  seed: number,
): Promise<Division> {
  const { kept, all, scale } = asPreferences(dataset, { minValue });
  const parts = protocol.parts(all, seed);
  const split = splitByParts(all, parts, { protocol: 'random', seed, scale });
  return { split, hash: await hashDataset(kept, parts), all, parts };
}
