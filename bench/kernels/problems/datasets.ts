import { createDataset, emptyCatalog, type Dataset } from '../../../src/engine/data/dataset';
import { createVocabulary } from '../../../src/engine/data/vocabulary';

/** Interactions `[events]` in the order in which they happened. */
export interface Pairs {
  readonly userOf: Int32Array;
  readonly itemOf: Int32Array;
}

/** A dataset of these interactions, a second apart, each of value 1. */
export function datasetOf({ userOf, itemOf }: Pairs, users: number, items: number): Dataset {
  const rows = Int32Array.from(userOf.keys());
  return createDataset(
    createVocabulary(
      Array.from({ length: users }, (_zero, i) => `u${i}`),
      'user',
    ),
    createVocabulary(
      Array.from({ length: items }, (_zero, i) => `i${i}`),
      'item',
    ),
    emptyCatalog(items),
    {
      userOf,
      itemOf,
      values: new Float32Array(rows.length).fill(1),
      timestamps: Float64Array.from(rows, (row) => 1000 * row),
      rows,
    },
  );
}
