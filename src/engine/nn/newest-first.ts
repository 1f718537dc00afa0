import type { Random } from '../../kernels/random';
import { recentEvents } from '../data/batches';
import type { History } from '../data/dataset';

/** Histories laid out side by side, the newest event of each first, so that its place says its age. */
export interface NewestFirst {
  readonly lists: number;
  /** Places of each list; those behind the last event are empty. */
  readonly time: number;
  /** How many events each has: `[lists]` */
  readonly lengths: Int32Array;
  /** `[lists · time]`, 0 where empty */
  readonly items: Int32Array;
  /** `[lists · time]`: 1, and 0 where empty or hidden */
  readonly isThere: Uint8Array;
  /** `[lists · time]`: how long before the newest it was, as `spanOf` has it */
  readonly spans: Int32Array;
}

/** The newest `time` liked events of each history. */
export function newestFirst(histories: readonly History[], time: number): NewestFirst {
  const size = histories.length * time;
  const [items, spans] = [new Int32Array(size), new Int32Array(size)];
  const isThere = new Uint8Array(size);
  const lengths = new Int32Array(histories.length);
  histories.forEach((history, list) => {
    const events = recentEvents(history, { length: time });
    lengths[list] = events.length;
    const newest = history.timestamps[events[events.length - 1]];
    events.toReversed().forEach((event, age) => {
      const place = list * time + age;
      items[place] = history.items[event];
      isThere[place] = 1;
      spans[place] = spanOf(newest - history.timestamps[event]);
    });
  });
  return { lists: histories.length, time, lengths, items, isThere, spans };
}

/** How many spans are told apart: the last is of four years and more. */
export const spanCount = 23;

/** The order of magnitude of a time in ms: 1 below a minute, 2 below three, 3 below seven …, 0 unknown. */
function spanOf(duration: number): number {
  if (Number.isNaN(duration)) return 0;
  const minutes = Math.max(duration, 0) / 60_000;
  return Math.min(1 + Math.floor(Math.log2(1 + minutes)), spanCount - 1);
}

/** The same with a share of the events hidden at random. */
export function hideSome(histories: NewestFirst, rate: number, random: Random): NewestFirst {
  const isThere = histories.isThere.map((one) => (random.uniform() < rate ? 0 : one));
  return { ...histories, isThere };
}
