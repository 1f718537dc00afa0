/** Gives ids dense indices, in the order in which they first appear. */
export interface Interner {
  /** The index of `id`, a new one if it was never seen. */
  index(id: string): number;
  /** The index of `id`, or -1 if it was never seen. */
  find(id: string): number;
  readonly ids: readonly string[];
}

export function createInterner(): Interner {
  const indices = new Map<string, number>();
  const ids: string[] = [];
  return {
    ids,
    index(id) {
      const known = indices.get(id);
      if (known !== undefined) return known;
      const kept = detach(id);
      indices.set(kept, ids.length);
      return ids.push(kept) - 1;
    },
    find: (id) => indices.get(id) ?? -1,
  };
}

/**
 * A copy of `text` on its own. A slice of a long string keeps all of it in
 * memory: a file's worth of text, were ids and titles kept as they are cut.
 */
export function detach(text: string): string {
  return (' ' + text).slice(1);
}
