import { toLists, type Lists } from '../../kernels/lists';
import type { Random } from '../../kernels/random';
import { historyOf, type Dataset } from './dataset';

/** The items that each user chose, ascending and without repetition. */
export function chosenItems(train: Dataset): Lists {
  const indices = new Int32Array(train.itemOf.length);
  const offsets = new Int32Array(train.users.size + 1);
  for (let user = 0; user < train.users.size; user++) {
    let end = offsets[user];
    for (const item of historyOf(train, user).items.slice().sort()) {
      if (end === offsets[user] || indices[end - 1] !== item) indices[end++] = item;
    }
    offsets[user + 1] = end;
  }
  return { offsets, indices: indices.subarray(0, offsets[train.users.size]) };
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
