import { randomBits } from '../../../kernels/counter-random';
import { roomFor } from '../../../kernels/ragged';
import type { Random } from '../../../kernels/random';
import { recentItems, type EndToEnd, type SequenceBatch } from '../../data/batches';
import type { Query } from '../../data/dataset';

/** Stretches of histories with some of their items masked. */
export interface Masked {
  readonly shown: EndToEnd;
  /** Where the masked items are, and then, up to a round number, 0: `[room]` */
  readonly places: Int32Array;
  /** The masked items, as what is to be guessed. */
  readonly hidden: SequenceBatch;
}

/** Of so many stretches, one has nothing but its newest item masked, as there is when serving. */
const newestOnly = 8;

/**
 * Masks each item with the chance `share`, and at least the newest of each stretch where that
 * leaves it none; `mask` is what stands in the place of one.
 */
export function maskSome(
  batch: SequenceBatch,
  mask: number,
  share: number,
  random: Random,
): Masked {
  const key = random.bits();
  const shown = withTargets(batch);
  const places: number[] = [];
  const counts = new Int32Array(batch.lengths.length);
  let start = 0;
  for (const [list, length] of shown.lengths.entries()) {
    const whole = randomBits(key, start) % newestOnly !== 0;
    const drawn = whole ? drawPlaces(key, start, length, share) : [];
    const chosen = drawn.length > 0 ? drawn : [start + length - 1];
    places.push(...chosen);
    counts[list] = chosen.length;
    start += length;
  }
  const targets = Int32Array.from(places, (place) => shown.items[place]);
  const times = Float64Array.from(places, (place) => shown.times[place]);
  for (const place of places) shown.items[place] = mask;
  const room = new Int32Array(roomFor(places.length));
  room.set(places);
  const hidden = { ...batch, size: places.length, lengths: counts, items: targets, times, targets };
  return { shown, places: room, hidden };
}

/** Each place of a stretch with the chance `share`. */
function drawPlaces(key: number, start: number, length: number, share: number): number[] {
  const places = Array.from({ length }, (_zero, i) => start + i);
  return places.filter((place) => randomBits(key, 2 ** 31 + place) < share * 2 ** 32);
}

/** The stretches, each with what was chosen after it. */
function withTargets({ targets, ...batch }: SequenceBatch): EndToEnd {
  return withLast(batch, (end) => targets[end - 1]);
}

/** The newest items of each history, at most `length - 1`, and `mask` behind them. */
export function coverNewest(queries: readonly Query[], length: number, mask: number): EndToEnd {
  const histories = queries.map(({ history }) => history);
  return withLast(recentItems(histories, { length: length - 1 }), () => mask);
}

/**
 * The lists, each with one item more, as if at the time of the newest: when it comes is not known.
 * `lastOf` is told where the list ends in `items`.
 */
function withLast({ lengths, items, times }: EndToEnd, lastOf: (end: number) => number): EndToEnd {
  const longer = new Int32Array(items.length + lengths.length);
  const longerTimes = new Float64Array(longer.length);
  let from = 0;
  for (const [list, length] of lengths.entries()) {
    const end = from + length;
    longer.set(items.subarray(from, end), from + list);
    longer[end + list] = lastOf(end);
    longerTimes.set(times.subarray(from, end), from + list);
    longerTimes[end + list] = length > 0 ? times[end - 1] : NaN;
    from = end;
  }
  return { lengths: lengths.map((length) => length + 1), items: longer, times: longerTimes };
}
