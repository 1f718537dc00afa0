import type { Random } from '../../kernels/random';
import type { Dataset } from './dataset';
import type { NegativeSampler } from './negatives';

/** Interactions, each beside an item that its user did not choose: all `[size]`. */
export interface TripleBatch {
  readonly size: number;
  readonly users: Int32Array;
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
}

/** Every interaction once, in random order, `batchSize` at a time; the last batch may be smaller. */
export function* tripleBatches(
  train: Dataset,
  batchSize: number,
  sampler: NegativeSampler,
  random: Random,
): Generator<TripleBatch> {
  const order = random.shuffle(Int32Array.from(train.itemOf.keys()));
  for (let from = 0; from < order.length; from += batchSize) {
    const events = order.subarray(from, from + batchSize);
    const users = events.map((event) => train.userOf[event]);
    yield {
      size: events.length,
      users,
      positives: events.map((event) => train.itemOf[event]),
      negatives: users.map((user) => sampler(user, random)),
    };
  }
}

/**
 * Histories cut to equal length, padded on the left: `items` and `targets` are
 * `[rows · length]`. The target of a position is the item chosen next; `-1` marks
 * padding in both.
 */
export interface SequenceBatch {
  /** Targets in it. */
  readonly size: number;
  readonly rows: number;
  readonly length: number;
  readonly items: Int32Array;
  readonly targets: Int32Array;
}

/** A stretch of one user's history: `length` or fewer inputs from event `from`, and their targets. */
interface Window {
  readonly from: number;
  readonly inputs: number;
}

/** How many windows of `length` inputs it takes to make every interaction but a user's first a target. */
export function countWindows({ offsets, users }: Dataset, length: number): number {
  let windows = 0;
  for (let user = 0; user < users.size; user++) {
    const targets = offsets[user + 1] - offsets[user] - 1;
    windows += Math.max(0, Math.ceil(targets / length));
  }
  return windows;
}

/**
 * Every interaction but a user's first is a target once: histories are cut into
 * windows of `length` inputs from their newest end, and shuffled. All batches have the
 * same shape, the last one padded with empty rows, and none is wider than the longest
 * window or higher than there are windows.
 */
export function* sequenceBatches(
  train: Dataset,
  { batchSize, length }: { batchSize: number; length: number },
  random: Random,
): Generator<SequenceBatch> {
  const windows = cutWindows(train, length);
  const rows = Math.min(batchSize, windows.length);
  const width = windows.reduce((widest, { inputs }) => Math.max(widest, inputs), 0);
  const order = random.shuffle(Int32Array.from(windows.keys()));
  for (let from = 0; from < order.length; from += rows) {
    const chosen = Array.from(order.subarray(from, from + rows), (index) => windows[index]);
    yield fillSequences(train, chosen, rows, width);
  }
}

function cutWindows(train: Dataset, length: number): Window[] {
  const windows: Window[] = [];
  for (let user = 0; user < train.users.size; user++) {
    const first = train.offsets[user];
    for (let end = train.offsets[user + 1] - 1; end > first; end -= length) {
      const from = Math.max(first, end - length);
      windows.push({ from, inputs: end - from });
    }
  }
  return windows;
}

function fillSequences(
  train: Dataset,
  windows: readonly Window[],
  rows: number,
  length: number,
): SequenceBatch {
  const items = new Int32Array(rows * length).fill(-1);
  const targets = new Int32Array(rows * length).fill(-1);
  windows.forEach(({ from, inputs }, row) => {
    const start = (row + 1) * length - inputs;
    items.set(train.itemOf.subarray(from, from + inputs), start);
    targets.set(train.itemOf.subarray(from + 1, from + 1 + inputs), start);
  });
  const size = windows.reduce((sum, { inputs }) => sum + inputs, 0);
  return { size, rows, length, items, targets };
}

/**
 * The newest liked items of each history, at most `length`, padded on the left with
 * `-1` to a common width: `[queries · width]`. Widths are powers of two, so that
 * devices meet few shapes and short histories cost little.
 */
export function recentItems(
  histories: readonly { items: Int32Array; values: Float32Array }[],
  length: number,
): { readonly items: Int32Array; readonly width: number } {
  const liked = histories.map(({ items, values }) =>
    items.filter((_item, event) => values[event] > 0).slice(-length),
  );
  const longest = liked.reduce((most, list) => Math.max(most, list.length), 1);
  const width = Math.min(length, 2 ** Math.ceil(Math.log2(longest)));
  const items = new Int32Array(liked.length * width).fill(-1);
  liked.forEach((list, row) => items.set(list, (row + 1) * width - list.length));
  return { items, width };
}
