/** How interactions are put in order: by user, then by time, then by their place in the files. */
import type { Columns } from './dataset';

type SortKeys = Pick<Columns, 'userOf' | 'timestamps' | 'rows'>;

/** Where each user's events are in an order by user: `[users + 1]` */
export function countOffsets(userOf: Int32Array, users: number): Int32Array {
  const offsets = new Int32Array(users + 1);
  for (const user of userOf) offsets[user + 1]++;
  for (let user = 0; user < users; user++) offsets[user + 1] += offsets[user];
  return offsets;
}

/** Whether the events are in order as they are. */
export function isInOrder(keys: SortKeys): boolean {
  const { userOf } = keys;
  const isLater = isLaterIn(keys);
  for (let event = 1; event < userOf.length; event++) {
    if (userOf[event] < userOf[event - 1]) return false;
    if (userOf[event] === userOf[event - 1] && isLater(event - 1, event)) return false;
  }
  return true;
}

/** Events after which there may be a pause: some ms of work. */
const stint = 2 ** 16;

/** The events in order, where unknown times come first: `[events]`. Pauses now and then. */
export function* orderOf(keys: SortKeys, offsets: Int32Array): Generator<void, Int32Array> {
  const order = groupByUser(keys.userOf, offsets);
  const isLater = isLaterIn(keys);
  let since = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    mergeSort(order.subarray(offsets[user], offsets[user + 1]), isLater);
    since += offsets[user + 1] - offsets[user];
    if (since < stint) continue;
    since = 0;
    yield;
  }
  return order;
}

type IsLater = (a: number, b: number) => boolean;

function isLaterIn({ timestamps, rows }: SortKeys): IsLater {
  return (a, b) => {
    const [first, second] = [timestamps[a], timestamps[b]];
    if (first > second) return true;
    if (first < second) return false;
    const isFirstKnown = first === first; // NaN equals nothing
    if (isFirstKnown !== (second === second)) return isFirstKnown;
    return rows[a] > rows[b];
  };
}

function groupByUser(userOf: Int32Array, offsets: Int32Array): Int32Array {
  const next = offsets.slice();
  const order = new Int32Array(userOf.length);
  for (let event = 0; event < userOf.length; event++) order[next[userOf[event]]++] = event;
  return order;
}

/** Runs that are sorted by insertion. */
const runLength = 8;
let scratch = new Int32Array(2 ** 12);

/**
 * Sorts `events` in place. A typed array's own sort would copy them to a plain array and back,
 * which for 25 million events takes several times as long.
 */
function mergeSort(events: Int32Array, isLater: IsLater): void {
  const { length } = events;
  for (let from = 0; from < length; from += runLength) {
    insertionSort(events, from, Math.min(from + runLength, length), isLater);
  }
  if (scratch.length < length) scratch = new Int32Array(2 * length);
  for (let width = runLength; width < length; width *= 2) {
    for (let from = 0; from + width < length; from += 2 * width) {
      mergeRuns(
        events,
        { from, middle: from + width, to: Math.min(from + 2 * width, length) },
        isLater,
      );
    }
  }
}

function insertionSort(events: Int32Array, from: number, to: number, isLater: IsLater): void {
  for (let i = from + 1; i < to; i++) {
    const event = events[i];
    let at = i;
    for (; at > from && isLater(events[at - 1], event); at--) events[at] = events[at - 1];
    events[at] = event;
  }
}

/** Two sorted runs, one after the other. */
interface Runs {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

function mergeRuns(events: Int32Array, { from, middle, to }: Runs, isLater: IsLater): void {
  if (!isLater(events[middle - 1], events[middle])) return;
  for (let i = from; i < middle; i++) scratch[i - from] = events[i];
  let [left, right] = [0, middle];
  for (let at = from; left < middle - from; at++) {
    const isRightNext = right < to && isLater(scratch[left], events[right]);
    events[at] = isRightNext ? events[right++] : scratch[left++];
  }
}

/**
 * Puts the cells of all `columns` in `order`, in place: large tables have no room for another.
 * Pauses now and then.
 */
export function* reorder(
  columns: readonly (Int32Array | Float32Array | Float64Array)[],
  order: Int32Array,
): Generator<void> {
  const isDone = new Uint8Array(order.length);
  const first = new Float64Array(columns.length);
  for (let start = 0; start < order.length; start++) {
    if (start % stint === stint - 1) yield;
    if (isDone[start] === 1 || order[start] === start) continue;
    for (let c = 0; c < columns.length; c++) first[c] = columns[c][start];
    let at = start;
    for (; order[at] !== start; at = order[at]) {
      isDone[at] = 1;
      for (let c = 0; c < columns.length; c++) columns[c][at] = columns[c][order[at]];
    }
    isDone[at] = 1;
    for (let c = 0; c < columns.length; c++) columns[c][at] = first[c];
  }
}
