import type { Lists } from '../../../kernels/lists';
import { fold } from '../../data/search';
import type { Catalog } from '../../data/dataset';
import { indexTerms } from '../../data/terms';

/** What words say of items: rows of length 1, sparse, `[items, words]`. */
export interface WordVectors {
  /** How many different words there are. */
  readonly size: number;
  readonly lists: Lists;
  /** As long as `lists.indices`. */
  readonly values: Float32Array;
}

/**
 * Weighs the words of each item by TF-IDF: Salton & Buckley (1988),
 * https://doi.org/10.1016/0306-4573(88)90021-0. A word of one item alone is left out:
 * it makes no two alike.
 */
export function weighWords(catalog: Catalog): WordVectors {
  const said = catalog.titles.map((_title, item) => wordsOf(catalog, item));
  const usage = new Map<string, number>();
  for (const words of said) {
    for (const word of words.keys()) usage.set(word, (usage.get(word) ?? 0) + 1);
  }
  const shared = said.map((words) => [...words].filter(([word]) => usage.get(word)! > 1));
  const weigh = ([word, frequency]: [string, number]): number =>
    frequency * Math.log(said.length / usage.get(word)!);
  const { size, lists } = indexTerms(shared.map((words) => words.map(([word]) => word)));
  const values = Float32Array.from(shared.flatMap((words) => toUnit(words.map(weigh))));
  return { size, lists, values };
}

/** The words of an item and how much each is said of it; of which kind they are is part of them. */
function wordsOf({ titles, genres, tags }: Catalog, item: number): Map<string, number> {
  const words = new Map<string, number>();
  for (const genre of genres[item]) words.set(`genre ${genre}`, 1);
  for (const word of fold(titles[item]).split(' ').filter(Boolean)) words.set(`title ${word}`, 1);
  const [from, to] = tags ? tags.lists.offsets.subarray(item, item + 2) : [0, 0];
  for (let i = from; i < to; i++) {
    words.set(`tag ${tags!.names[tags!.lists.indices[i]]}`, 1 + Math.log(tags!.counts[i]));
  }
  return words;
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
