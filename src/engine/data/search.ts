import { itemCounts, type Dataset } from './dataset';

/** Finds items by words of their title. */
export type Search = (text: string, limit: number) => readonly number[];

/**
 * A search over the items' titles (ids where there is none) that ignores case and
 * accents: every word must begin a word of the title. Item indices, the most chosen first.
 */
export function createSearch(dataset: Dataset): Search {
  const counts = itemCounts(dataset);
  const titles = dataset.items.ids.map(
    (id, item) => ` ${fold(dataset.catalog.titles[item] || id)}`,
  );
  const byCount = Array.from(titles.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
  return (text, limit) => {
    const words = fold(text).split(' ').filter(Boolean);
    const matches = (item: number): boolean =>
      words.every((word) => titles[item].includes(` ${word}`));
    const found: number[] = [];
    for (const item of byCount) {
      if (found.length === limit) break;
      if (matches(item)) found.push(item);
    }
    return found;
  };
}

/** Lower case without accents or punctuation, words apart by one space. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
