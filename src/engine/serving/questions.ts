import { itemCounts, mostChosenFirst, type Dataset } from '../data/dataset';
import { valueRange } from '../data/prepare';
import type { Likeness } from './shelf';

/** What it would tell to know someone's opinion of an item. */
export interface Questions {
  /** The items that can be asked about: well known, the most chosen first. */
  readonly items: Int32Array;
  /** How telling each of them is, at most 1: as long as `items`. */
  readonly worth: Float32Array;
}

/** What is well known: at most so many. */
const mostItems = 300;
/** What it costs to be like an item that was asked about, and like one that nothing could be said of. */
const [sameAgain, unknownAgain] = [0.5, 0.5];

/**
 * What to ask someone of whom nothing is known: items that many know and on which opinions
 * differ, by log popularity times entropy. The opinions are ratings, or, where there are
 * none, whether an item was chosen at all. Rashid et al. (2002),
 * https://doi.org/10.1145/502716.502737
 */
export function createQuestions(dataset: Dataset): Questions {
  const counts = itemCounts(dataset);
  const known = mostChosenFirst(counts).filter((item) => counts[item] > 0);
  const items = known.slice(0, mostItems);
  const entropies = entropiesOf(dataset, counts);
  const worth = Float32Array.from(items, (item) => Math.log1p(counts[item]) * entropies[item]);
  const most = worth.reduce((a, b) => Math.max(a, b), 0);
  return { items, worth: worth.map((value) => value / (most || 1)) };
}

/** What has been asked so far. */
export interface Asked {
  /** What there is an opinion on, or was asked about. */
  readonly items: readonly number[];
  /** Those of them that nothing could be said of. */
  readonly unknown: readonly number[];
}

/**
 * The most telling item that is unlike those before, and unlike what was unknown most of
 * all; null where none is left.
 */
export function nextQuestion(
  { items, worth }: Questions,
  { between }: Likeness,
  asked: Asked,
): number | null {
  const closest = (item: number, others: readonly number[]): number =>
    others.reduce((most, other) => Math.max(most, between(item, other)), 0);
  let [best, most] = [-1, -Infinity];
  for (const [place, item] of items.entries()) {
    if (asked.items.includes(item) || asked.unknown.includes(item)) continue;
    const repeated = sameAgain * closest(item, asked.items);
    const value = worth[place] - repeated - unknownAgain * closest(item, asked.unknown);
    if (value > most) [best, most] = [item, value];
  }
  return best < 0 ? null : best;
}

/** In nats, of the ratings of each item; or of whether a user chose it, where all ratings are alike. */
function entropiesOf(dataset: Dataset, counts: Float32Array): Float32Array {
  const [low, high] = valueRange(dataset);
  const users = Math.max(1, dataset.users.size);
  if (!(high > low)) return counts.map((count) => entropy([count / users, 1 - count / users]));
  const ratings = Array.from(counts, () => new Map<number, number>());
  for (const [event, item] of dataset.itemOf.entries()) {
    const value = dataset.values[event];
    ratings[item].set(value, (ratings[item].get(value) ?? 0) + 1);
  }
  return counts.map((count, item) =>
    entropy([...ratings[item].values()].map((times) => times / count)),
  );
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
}
