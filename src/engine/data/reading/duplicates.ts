import type { Dataset } from '../dataset';
import { countOffsets } from '../order';
import { takeCells } from '../side';
import type { DuplicatePolicy } from '../plan';

/** What became of a dataset whose users have several interactions with an item. */
export interface Settled {
  readonly dataset: Dataset;
  /** How many events were left out. */
  readonly dropped: number;
  /** Some of those: the first in the files, in that order. */
  readonly shown: readonly Repeat[];
}

export interface Repeat {
  readonly user: number;
  readonly item: number;
  readonly row: number;
}

/**
 * Of a user's events with the same item keeps what `policy` says, and leaves out the others
 * in place: `dataset` is not to be used any more. At most `most` of them are shown.
 */
export function settleRepeats(dataset: Dataset, policy: DuplicatePolicy, most: number): Settled {
  const { stale, dropped } = policy === 'all' ? nothingStale : findRepeats(dataset, policy);
  if (dropped === 0) return { dataset, dropped, shown: [] };
  const shown = firstInFiles(dataset, stale, { dropped, most });
  return { dataset: without(dataset, stale, dropped), dropped, shown };
}

const nothingStale = { stale: new Uint8Array(0), dropped: 0 };

/** Which events do not stand: `[events]`. The mean of the values goes to the newest. */
function findRepeats({ userOf, itemOf, values, offsets, items }: Dataset, policy: DuplicatePolicy) {
  const before = new Int32Array(items.size).fill(-1);
  const told = new Int32Array(policy === 'mean' ? items.size : 0);
  const stale = new Uint8Array(itemOf.length);
  let dropped = 0;
  for (let event = 0; event < itemOf.length; event++) {
    const item = itemOf[event];
    const earlier = before[item];
    const isRepeat = earlier >= offsets[userOf[event]];
    if (policy === 'mean') {
      told[item] = isRepeat ? told[item] + 1 : 1;
      if (isRepeat)
        values[event] = values[earlier] + (values[event] - values[earlier]) / told[item];
    }
    if (isRepeat) {
      stale[policy === 'first' ? event : earlier] = 1;
      dropped++;
    }
    if (!isRepeat || policy !== 'first') before[item] = event;
  }
  return { stale, dropped };
}

function firstInFiles(
  { userOf, itemOf, rows }: Dataset,
  stale: Uint8Array,
  { dropped, most }: { readonly dropped: number; readonly most: number },
): Repeat[] {
  const places = new Int32Array(dropped);
  for (let event = 0, at = 0; event < stale.length; event++) {
    if (stale[event] === 1) places[at++] = rows[event];
  }
  const last = places.sort()[Math.min(most, dropped) - 1];
  const shown: Repeat[] = [];
  for (let event = 0; event < stale.length; event++) {
    if (stale[event] === 0 || rows[event] > last) continue;
    shown.push({ user: userOf[event], item: itemOf[event], row: rows[event] });
  }
  return shown.sort((a, b) => a.row - b.row);
}

/** The events that are not `stale`, moved together within the memory of all. */
function without(dataset: Dataset, stale: Uint8Array, dropped: number): Dataset {
  const { userOf, itemOf, values, timestamps, rows, context, users } = dataset;
  const kept = stale.length - dropped;
  for (const column of [userOf, itemOf, values, timestamps, rows]) moveTogether(column, stale);
  const people = userOf.subarray(0, kept);
  return {
    ...dataset,
    offsets: countOffsets(people, users.size),
    userOf: people,
    itemOf: itemOf.subarray(0, kept),
    values: values.subarray(0, kept),
    timestamps: timestamps.subarray(0, kept),
    rows: rows.subarray(0, kept),
    context: context.map((column) => takeCells(column, eventsNot(stale, kept))),
  };
}

function moveTogether(column: Int32Array | Float32Array | Float64Array, stale: Uint8Array): void {
  for (let event = 0, at = 0; event < stale.length; event++) {
    if (stale[event] === 0) column[at++] = column[event];
  }
}

function eventsNot(stale: Uint8Array, kept: number): Int32Array {
  const events = new Int32Array(kept);
  for (let event = 0, at = 0; event < stale.length; event++) {
    if (stale[event] === 0) events[at++] = event;
  }
  return events;
}
