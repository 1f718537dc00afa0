import { toLists, transpose, type Lists, type ValuedLists } from '../../kernels/lists';
import type { Random } from '../../kernels/random';
import { historyOf, type Dataset } from './dataset';

/** Ascending and without repetition. */
export function distinct(items: Int32Array): Int32Array {
  const sorted = items.slice().sort();
  return sorted.filter((item, place) => place === 0 || item !== sorted[place - 1]);
}

/** The items that each user chose, ascending and without repetition. */
export function chosenItems(train: Dataset): Lists {
  const indices = train.itemOf.slice();
  const offsets = new Int32Array(train.offsets.length);
  for (let user = 0; user + 1 < offsets.length; user++) {
    const items = distinct(historyOf(train, user).items);
    indices.set(items, offsets[user]);
    offsets[user + 1] = offsets[user] + items.length;
  }
  return { offsets, indices: indices.subarray(0, offsets[offsets.length - 1]) };
}

/** What each user said of which items. */
export function byUser({ offsets, itemOf, values }: Dataset): ValuedLists {
  return { lists: { offsets, indices: itemOf }, values };
}

/** Which users said what of each item. */
export function byItem(dataset: Dataset): ValuedLists {
  const { lists, values } = byUser(dataset);
  const { order, ...transposed } = transpose(lists, dataset.items.size);
  return { lists: transposed, values: Float32Array.from(order, (event) => values[event]) };
}

/** Some rows of a sparse matrix. */
export interface RowBatch {
  /** Entries in it. */
  readonly size: number;
  readonly lists: Lists;
  /** Where in the matrix each entry is: `[size]` */
  readonly entries: Int32Array;
}

/** How many batches it takes to meet every row that is not empty. */
export function countRowBatches(lists: Lists, batchSize: number): number {
  return Math.ceil(filledRows(lists).length / batchSize);
}

/** Every row that is not empty once, in random order, `batchSize` at a time. */
export function* rowBatches(matrix: Lists, batchSize: number, random: Random): Generator<RowBatch> {
  const { offsets, indices } = matrix;
  const rows = random.shuffle(filledRows(matrix));
  for (let from = 0; from < rows.length; from += batchSize) {
    const some = Array.from(rows.subarray(from, from + batchSize));
    const lists = toLists(some.map((row) => indices.subarray(offsets[row], offsets[row + 1])));
    const entries = new Int32Array(lists.indices.length);
    for (const [place, row] of some.entries()) {
      const shift = offsets[row] - lists.offsets[place];
      for (let i = lists.offsets[place]; i < lists.offsets[place + 1]; i++) entries[i] = i + shift;
    }
    yield { size: entries.length, lists, entries };
  }
}

function filledRows({ offsets }: Lists): Int32Array {
  const rows = Int32Array.from(offsets.subarray(1).keys());
  return rows.filter((row) => offsets[row + 1] > offsets[row]);
}
