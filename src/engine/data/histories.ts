import { toLists, type Lists } from '../../kernels/lists';
import type { Random } from '../../kernels/random';
import { historyOf, type Dataset } from './dataset';

/** Ascending and without repetition. */
export function distinct(items: Int32Array): Int32Array {
  const sorted = items.slice().sort();
  return sorted.filter((item, place) => place === 0 || item !== sorted[place - 1]);
}

/** The items that each user chose, ascending and without repetition. */
export function chosenItems(train: Dataset): Lists {
  const users = Array.from(train.offsets.subarray(1).keys());
  return toLists(users.map((user) => distinct(historyOf(train, user).items)));
}

/** All that some users chose. */
export interface HistoryBatch {
  /** Interactions in it. */
  readonly size: number;
  /** The items of each user. */
  readonly chosen: Lists;
}

/** How many batches it takes to meet everyone who chose anything. */
export function countHistoryBatches({ offsets }: Lists, batchSize: number): number {
  return Math.ceil(peopleOf({ offsets }).length / batchSize);
}

/** Everyone who chose anything once, in random order, `batchSize` at a time. */
export function* historyBatches(
  { offsets, indices }: Lists,
  batchSize: number,
  random: Random,
): Generator<HistoryBatch> {
  const people = random.shuffle(peopleOf({ offsets }));
  for (let from = 0; from < people.length; from += batchSize) {
    const users = Array.from(people.subarray(from, from + batchSize));
    const chosen = toLists(users.map((u) => indices.subarray(offsets[u], offsets[u + 1])));
    yield { size: chosen.indices.length, chosen };
  }
}

/** Who chose anything. */
function peopleOf({ offsets }: Pick<Lists, 'offsets'>): Int32Array {
  const users = Int32Array.from(offsets.subarray(1).keys());
  return users.filter((user) => offsets[user + 1] > offsets[user]);
}
