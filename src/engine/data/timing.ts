import type { Dataset } from './dataset';
import { byTime } from './parts';

/** What times say of some data; each a share, `[0, 1]`. */
export interface Timing {
  /** Of interactions after someone's first, those at the same time as the one before: they have no order. */
  readonly ties: number;
  /** Of the users in the newest tenth of all interactions, those who did nothing before it. */
  readonly newUsers: number;
  /** Of the items in that tenth, those that nobody had met before it. */
  readonly newItems: number;
}

/** What times say, or null where any is unknown: there is then no order of all. */
export function describeTiming(dataset: Dataset): Timing | null {
  if (dataset.timestamps.length === 0 || dataset.timestamps.some(Number.isNaN)) return null;
  const parts = byTime(dataset);
  return {
    ties: shareOfTies(dataset),
    newUsers: shareOfNew(dataset.userOf, dataset.users.size, parts),
    newItems: shareOfNew(dataset.itemOf, dataset.items.size, parts),
  };
}

function shareOfTies({ timestamps, userOf }: Dataset): number {
  let [pairs, ties] = [0, 0];
  for (let event = 1; event < timestamps.length; event++) {
    if (userOf[event] !== userOf[event - 1]) continue;
    pairs++;
    if (timestamps[event] === timestamps[event - 1]) ties++;
  }
  return ties / Math.max(1, pairs);
}

/** Of those who are in the test part, the share that is in no earlier one. */
function shareOfNew(ofEvent: Int32Array, size: number, parts: Uint8Array): number {
  const isMet = new Uint8Array(size);
  const isTested = new Uint8Array(size);
  for (let event = 0; event < parts.length; event++) {
    (parts[event] === 2 ? isTested : isMet)[ofEvent[event]] = 1;
  }
  let [tested, fresh] = [0, 0];
  for (let index = 0; index < size; index++) {
    tested += isTested[index];
    fresh += isTested[index] & (1 - isMet[index]);
  }
  return fresh / Math.max(1, tested);
}
