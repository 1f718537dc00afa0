import { itemCounts, mostChosenFirst, type Dataset } from './dataset';
import type { SideInfo } from './side';

/** What the data are like, in numbers. */
export interface Summary {
  /** `[bins]`, lowest value first. */
  readonly ratings: readonly { readonly value: number; readonly count: number }[];
  /** Interactions per calendar month (UTC) that has any, oldest first, as `2024-01`. */
  readonly activity: readonly { readonly month: string; readonly count: number }[];
  /** Share of interactions on the most chosen tenth of the items, `[0, 1]`. */
  readonly headShare: number;
  /** Share of the user–item matrix that is filled, `[0, 1]`. */
  readonly density: number;
  readonly medianHistory: number;
  /** Item indices, the most chosen first. */
  readonly popular: readonly number[];
}

/** Different ratings that are told apart; finer ones are rounded to one digit. */
const mostBins = 20;
const shownItems = 10;

export function summarizeDataset(dataset: Dataset): Summary {
  const { users, items, itemOf } = dataset;
  const counts = itemCounts(dataset);
  const ranked = Array.from(mostChosenFirst(counts));
  const head = ranked.slice(0, Math.ceil(items.size / 10));
  return {
    ratings: countRatings(dataset.values),
    activity: countMonths(dataset.timestamps),
    headShare: head.reduce((sum, item) => sum + counts[item], 0) / Math.max(1, itemOf.length),
    density: itemOf.length / Math.max(1, users.size * items.size),
    medianHistory: medianHistory(dataset.offsets),
    popular: ranked.slice(0, shownItems),
  };
}

/** The genres that the most items have, at most `most`, the most common first. */
export function commonGenres({ catalog }: Dataset, most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const genre of catalog.genres.flat()) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, most).map(([genre]) => genre);
}

/** What is known beside who chose what. */
export function describeSide({ people, context, graph, friends, catalog }: Dataset): SideInfo {
  const { titles, years, genres, tags, columns } = catalog;
  return {
    people: people.map(({ name }) => name),
    items: [
      ...(titles.some(Boolean) ? ['title'] : []),
      ...(years.some((year) => !Number.isNaN(year)) ? ['year'] : []),
      ...(genres.some((list) => list.length > 0) ? ['genres'] : []),
      ...(tags ? ['tags'] : []),
      ...columns.map(({ name }) => name),
    ],
    context: context.map(({ name }) => name),
    triples: graph?.heads.length ?? 0,
    friends: friends?.from.length ?? 0,
  };
}

function countRatings(values: Float32Array): Summary['ratings'] {
  const exact = regroup(tally(values), 7);
  const bins = exact.size <= mostBins ? exact : regroup(exact, 1);
  return [...bins].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count }));
}

/** Counts of rounded values: 7 digits are as many as a 32-bit float holds, 0.1 is 0.1 again. */
function regroup(counts: ReadonlyMap<number, number>, digits: number): Map<number, number> {
  const rounded = new Map<number, number>();
  for (const [value, count] of counts) {
    const key = Number(value.toPrecision(digits));
    rounded.set(key, (rounded.get(key) ?? 0) + count);
  }
  return rounded;
}

function tally(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function countMonths(timestamps: Float64Array): Summary['activity'] {
  const counts = new Map<number, number>();
  let [month, begin, end] = [0, 0, 0];
  for (const time of timestamps) {
    if (Number.isNaN(time)) continue;
    // What one does follows in time: the month is seldom another than the last one.
    if (time < begin || time >= end) {
      month = monthOf(time);
      [begin, end] = [startOf(month), startOf(month + 1)];
    }
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return sorted.map(([each, count]) => ({ month: nameMonth(each), count }));
}

/** Months since the year 0. */
function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** ms since the epoch; `Date.UTC` takes the years of the first century for ones of the twentieth. */
function startOf(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}

function nameMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function medianHistory(offsets: Int32Array): number {
  const users = offsets.length - 1;
  const lengths = Int32Array.from(
    { length: users },
    (_, user) => offsets[user + 1] - offsets[user],
  );
  lengths.sort();
  const middle = users / 2;
  return users === 0 ? 0 : (lengths[Math.floor(middle)] + lengths[Math.ceil(middle) - 1]) / 2;
}
