import { toLists, type Lists } from '../../kernels/lists';

/** Words of each item as indices into a vocabulary of them. */
export interface Terms {
  /** How many different ones there are. */
  readonly size: number;
  /** Those of each item, none twice. */
  readonly lists: Lists;
}

/** Numbers the words of each item in the order in which they appear. */
export function indexTerms(words: readonly (readonly string[])[]): Terms {
  const indexOf = new Map<string, number>();
  const numbered = words.map((list) =>
    Array.from(new Set(list), (word) => {
      const index = indexOf.get(word) ?? indexOf.size;
      indexOf.set(word, index);
      return index;
    }),
  );
  return { size: indexOf.size, lists: toLists(numbered) };
}
