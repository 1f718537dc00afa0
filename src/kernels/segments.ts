import type { GroupedEvents } from './wasm/routines';

/** Events grouped by the row of a table that they concern: rows ascending, each one's events in order. */
export interface Segments {
  /** Rows that occur. */
  readonly count: number;
  /**
   * For `n` events, one after the other so that they travel as one: `order` `[n]`, the
   * events by row; `starts` `[n + 1]`, where in it those of each row begin, and at last
   * where they end; `rows` `[n]`. Of the last two, `count + 1` and `count` are filled.
   */
  readonly packed: Int32Array;
}

/** How long the packed segments of so many events are. */
export function packedLength(events: number): number {
  return 3 * events + 1;
}

/**
 * Groups events by `rowOf` `[n]`, none of which is negative; a stable sort in linear time.
 * What it finds is written into `packed` `[packedLength(n)]`, zeros so far.
 */
export function groupByRow(
  rowOf: Int32Array,
  packed = new Int32Array(packedLength(rowOf.length)),
): Segments {
  const n = rowOf.length;
  const order = sortByRow(rowOf, packed.subarray(0, n));
  const [starts, rows] = [packed.subarray(n, 2 * n + 1), packed.subarray(2 * n + 1)];
  let count = 0;
  for (let i = 0; i < n; i++) {
    const row = rowOf[order[i]];
    if (count > 0 && rows[count - 1] === row) continue;
    starts[count] = i;
    rows[count] = row;
    count++;
  }
  starts[count] = n;
  return { count, packed };
}

/** Bits that one pass sorts by: 2^11 counters stay in the nearest cache. */
const digitBits = 11;
const digits = 1 << digitBits;

/** Used again for every sort, since arrays that live for one batch keep the garbage collector busy. */
const counts = new Int32Array(digits);
let scratch = new Int32Array(0);

/** Fills `order` with the events by row: a radix sort from the lowest digit. */
function sortByRow(rowOf: Int32Array, order: Int32Array): Int32Array {
  let highest = 0;
  let isSorted = true;
  for (let i = 0; i < order.length; i++) {
    order[i] = i;
    if (rowOf[i] < highest) isSorted = false;
    else highest = rowOf[i];
  }
  if (isSorted) return order; // as the users of a batch are
  if (scratch.length < order.length) scratch = new Int32Array(order.length);
  const before = scratch.subarray(0, order.length);
  for (let shift = 0; shift === 0 || highest >>> shift > 0; shift += digitBits) {
    before.set(order);
    sortByDigit(rowOf, shift, { from: before, to: order });
    if (shift + digitBits >= 32) break;
  }
  return order;
}

function sortByDigit(
  rowOf: Int32Array,
  shift: number,
  { from, to }: Readonly<Record<'from' | 'to', Int32Array>>,
): void {
  const digitOf = (event: number): number => (rowOf[event] >>> shift) & (digits - 1);
  counts.fill(0);
  for (let i = 0; i < from.length; i++) counts[digitOf(from[i])]++;
  for (let digit = 0, start = 0; digit < digits; digit++) {
    const count = counts[digit];
    counts[digit] = start;
    start += count;
  }
  for (let i = 0; i < from.length; i++) to[counts[digitOf(from[i])]++] = from[i];
}

/** How many events were grouped. */
export function eventsOf({ length }: { readonly length: number }): number {
  return (length - 1) / 3;
}

/** The addresses of order, starts and rows, where `packed` has one, and `count`. */
export function groupedAt(address: number, length: number, count: number): GroupedEvents {
  const events = eventsOf({ length });
  return [address, address + 4 * events, address + 4 * (2 * events + 1), count];
}

/** The row that a segment is of. */
export function rowOf(packed: Int32Array, segment: number): number {
  return packed[2 * eventsOf(packed) + 1 + segment];
}

/** Sums the rows of a segment's events, `rows` `[events, width]`, into `sum` `[width]`. */
export function sumRows(
  rows: Float32Array,
  packed: Int32Array,
  segment: number,
  sum: Float32Array,
): void {
  const starts = eventsOf(packed) + segment;
  sum.fill(0);
  for (let place = packed[starts]; place < packed[starts + 1]; place++) {
    const row = packed[place] * sum.length;
    for (let column = 0; column < sum.length; column++) sum[column] += rows[row + column];
  }
}
