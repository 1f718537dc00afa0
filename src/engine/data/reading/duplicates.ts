import { filterEvents, type Dataset } from '../dataset';

export interface WithoutRepeats {
  readonly dataset: Dataset;
  /** One for every event that was left out, in the order of the files. */
  readonly repeats: readonly Repeat[];
}

export interface Repeat {
  readonly user: number;
  readonly item: number;
  readonly row: number;
}

/** Of a user's events with the same item keeps the last: by time, or else by row. */
export function dropRepeats(dataset: Dataset): WithoutRepeats {
  const { userOf, itemOf, rows, offsets, items } = dataset;
  const latest = new Int32Array(items.size).fill(-1);
  const stale = new Uint8Array(itemOf.length);
  const repeats: Repeat[] = [];
  itemOf.forEach((item, event) => {
    const before = latest[item];
    if (before >= offsets[userOf[event]]) {
      stale[before] = 1;
      repeats.push({ user: userOf[event], item, row: rows[before] });
    }
    latest[item] = event;
  });
  if (repeats.length === 0) return { dataset, repeats };
  repeats.sort((a, b) => a.row - b.row);
  return { dataset: filterEvents(dataset, (event) => stale[event] === 0), repeats };
}
