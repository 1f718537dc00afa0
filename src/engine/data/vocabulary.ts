import { failure } from '../../errors';

/** Two-way map between the ids in a file and dense indices `0 … size - 1`. */
export interface Vocabulary {
  readonly size: number;
  readonly ids: readonly string[];
  /** Index of `id`, or -1 if it was never seen. */
  find(id: string): number;
  /** Index of `id`. @throws UnknownIdError */
  indexOf(id: string): number;
}

/** A vocabulary of `ids`, which must be distinct. `kind` is for messages: 'user' or 'item'. */
export function createVocabulary(ids: readonly string[], kind: string): Vocabulary {
  const indices = new Map(ids.map((id, index) => [id, index]));
  const find = (id: string): number => indices.get(id) ?? -1;
  return {
    size: ids.length,
    ids,
    find,
    indexOf(id) {
      const index = find(id);
      if (index < 0) throw failure('UnknownIdError', `There is no ${kind} “${id}” in these data.`);
      return index;
    },
  };
}

/** Indices of those of the ids that a vocabulary has met, in their order. */
export function knownItems(ids: readonly string[], items: Vocabulary): readonly number[] {
  return ids.map((id) => items.find(id)).filter((item) => item >= 0);
}
