import { topK } from '../../kernels/score-topk/best';
import { itemCounts, mostChosenFirst, type Dataset } from './dataset';
import { prefixEdits } from './edits';

/** An item that a search found. */
export interface Found {
  readonly item: number;
  /** How far its title is from what was typed: 0 where all words are there as they are. */
  readonly cost: number;
}

/** Finds items by words of their title. */
export type Search = (text: string, limit: number) => readonly Found[];

/** What it costs that a word only begins as typed, or only has it somewhere inside. */
const [beginning, inside] = [0.25, 0.5];

/**
 * A search over the items' titles (ids where there is none) that ignores case and accents:
 * every word must begin a word of the title, or be in it, or, where too few are found so,
 * differ from its beginning by a typing error, two in long words. Nearest first, and of
 * those the most chosen.
 */
export function createSearch(dataset: Dataset): Search {
  const { ids } = dataset.items;
  const index = indexWords(ids.map((id, item) => fold(dataset.catalog.titles[item] || id)));
  const order = mostChosenFirst(itemCounts(dataset));
  const find = (costs: Float32Array, limit: number): Found[] =>
    Array.from(
      topK(
        Float32Array.from(order, (item) => -costs[item]),
        limit,
      ),
      (place) => {
        return { item: order[place], cost: costs[order[place]] };
      },
    );
  return (text, limit) => {
    const typed = fold(text).split(' ').filter(Boolean).map(readTyped);
    if (typed.length === 0) return [];
    const costs = typed.map(() => new Float32Array(ids.length).fill(Infinity));
    for (const [i, one] of typed.entries()) lowerCosts(costs[i], one, index, 0);
    const found = find(sumOf(costs), limit);
    const unsure = [...typed.entries()].filter(([, { errors }]) => errors > 0);
    if (found.length >= limit || unsure.length === 0) return found;
    for (const [i, one] of unsure) lowerCosts(costs[i], one, index, one.errors);
    return find(sumOf(costs), limit);
  };
}

/** Lower case without accents or punctuation, words apart by one space. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** All words of all titles. */
interface Index {
  readonly words: readonly string[];
  /** Of each word, a bit for each letter, or for one of several that share it. */
  readonly letters: Int32Array;
  /** The items that have each. */
  readonly items: readonly (readonly number[])[];
}

function indexWords(titles: readonly string[]): Index {
  const items = new Map<string, number[]>();
  for (const [item, title] of titles.entries()) {
    for (const word of new Set(title.split(' '))) {
      const having = items.get(word);
      if (having) having.push(item);
      else items.set(word, [item]);
    }
  }
  const words = [...items.keys()];
  return { words, letters: Int32Array.from(words.map(lettersOf)), items: [...items.values()] };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

/** A word as it was typed. */
interface Typed {
  readonly text: string;
  readonly letters: number;
  /** Whether it may stand inside a word: it is long enough, or of a script without spaces. */
  readonly isPart: boolean;
  /** How many errors may be in it: none in a short word. */
  readonly errors: number;
}

function readTyped(text: string): Typed {
  const isPart = text.length > 2 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(text);
  const errors = text.length < 4 ? 0 : text.length < 8 ? 1 : 2;
  return { text, letters: lettersOf(text), isPart, errors };
}

/** What it costs to take a word for what was typed with so many errors; infinite where it cannot be. */
function costOf({ text, isPart }: Typed, word: string, errors: number): number {
  if (word.startsWith(text)) return word.length === text.length ? 0 : beginning;
  if (isPart && word.includes(text)) return inside;
  if (errors === 0 || word.length < text.length - errors) return Infinity;
  const edits = prefixEdits(text, word, errors);
  return edits <= errors ? edits : Infinity;
}

/** Lowers `costs` `[items]` to what the best reading of a typed word costs in each title. */
function lowerCosts(costs: Float32Array, typed: Typed, index: Index, errors: number): void {
  const { words, letters, items } = index;
  for (let word = 0; word < words.length; word++) {
    // Each error brings in at most one letter that is not there: most need no closer look.
    if (countBits(typed.letters & ~letters[word]) > errors) continue;
    const cost = costOf(typed, words[word], errors);
    if (cost === Infinity) continue;
    for (const item of items[word]) if (cost < costs[item]) costs[item] = cost;
  }
}

function sumOf(columns: readonly Float32Array[]): Float32Array {
  const sum = columns[0].slice();
  for (const column of columns.slice(1)) {
    for (let item = 0; item < sum.length; item++) sum[item] += column[item];
  }
  return sum;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
