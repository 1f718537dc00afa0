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
 * windows of `length` inputs from their newest end, and shuffled. Batches all have
 * `batchSize` rows, the last padded with empty ones, so that shapes never change.
 */
export function* sequenceBatches(
  train: Dataset,
  { batchSize, length }: { batchSize: number; length: number },
  random: Random,
): Generator<SequenceBatch> {
  const windows = cutWindows(train, length);
  const order = random.shuffle(Int32Array.from(windows.keys()));
  for (let from = 0; from < order.length; from += batchSize) {
    const chosen = Array.from(order.subarray(from, from + batchSize), (index) => windows[index]);
    yield fillSequences(train, chosen, batchSize, length);
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

/** The newest `length` liked items of each history, padded on the left with `-1`: `[queries · length]`. */
export function recentItems(
  histories: readonly { items: Int32Array; values: Float32Array }[],
  length: number,
): Int32Array {
  const recent = new Int32Array(histories.length * length).fill(-1);
  histories.forEach(({ items, values }, row) => {
    const liked = items.filter((_item, event) => values[event] > 0).slice(-length);
    recent.set(liked, (row + 1) * length - liked.length);
  });
  return recent;
}
