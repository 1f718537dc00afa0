import { randomBits } from '../../kernels/counter-random';
import type { Random } from '../../kernels/random';
import { groupByRow } from '../../kernels/segments';
import type { Dataset, History } from './dataset';
import type { NegativeSampler } from './negatives';

/** Interactions. */
export interface EventBatch {
  readonly size: number;
  /** `[size]`: which they are */
  readonly events: Int32Array;
  /** `[size]` */
  readonly users: Int32Array;
  /** `[size]`: what they chose */
  readonly items: Int32Array;
  /** `[size]`: what they said of it */
  readonly values: Float32Array;
}

/** Interactions, each beside items that its user did not choose. */
export interface TripleBatch {
  readonly size: number;
  /** `[size]` */
  readonly users: Int32Array;
  /** `[(1 + negatives) · size]`: what they chose, and then, round by round, what they did not. */
  readonly items: Int32Array;
}

/** Every interaction once, in random order, `batchSize` at a time; the last batch may be smaller. */
export function* eventBatches(
  train: Dataset,
  batchSize: number,
  random: Random,
): Generator<EventBatch> {
  const dealt = dealEvents(train.itemOf.length, batchSize, random);
  for (let from = 0; from < dealt.length; from += batchSize) {
    const events = dealt.subarray(from, from + batchSize);
    const users = events.map((event) => train.userOf[event]);
    const items = events.map((event) => train.itemOf[event]);
    const values = Float32Array.from(events, (event) => train.values[event]);
    yield { size: events.length, events, users, items, values };
  }
}

/** The same, each with as many `negatives`. */
export function* tripleBatches(
  train: Dataset,
  batchSize: number,
  sampler: NegativeSampler,
  random: Random,
  negatives = 1,
): Generator<TripleBatch & EventBatch> {
  const count = train.itemOf.length;
  let key: number | null = null;
  let from = 0;
  for (const batch of eventBatches(train, batchSize, random)) {
    key ??= random.bits();
    const { size, users } = batch;
    const items = new Int32Array((1 + negatives) * size);
    items.set(batch.items);
    for (let round = 0; round < negatives; round++) {
      for (let i = 0; i < size; i++) {
        const bits = randomBits(key, round * count + from + i);
        items[(1 + round) * size + i] = sampler(users[i], bits);
      }
    }
    yield { ...batch, items };
    from += size;
  }
}

/**
 * Deals events out to batches at random, those of one batch in the order of the data, whose
 * users lie together: so neighbours in memory are met together.
 */
function dealEvents(count: number, batchSize: number, random: Random): Int32Array {
  const shuffled = new Int32Array(count);
  for (let event = 0; event < count; event++) shuffled[event] = event;
  random.shuffle(shuffled);
  const batchOf = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    batchOf[shuffled[place]] = Math.floor(place / batchSize);
  }
  const next = Int32Array.from(
    { length: Math.ceil(count / batchSize) },
    (_zero, i) => i * batchSize,
  );
  const dealt = shuffled; // used again
  for (let event = 0; event < count; event++) dealt[next[batchOf[event]]++] = event;
  return dealt;
}

/** Stretches of histories laid end to end, each oldest first; the target of an item is what was chosen next. */
export interface SequenceBatch extends EndToEnd {
  /** Items in it, and as many targets. */
  readonly size: number;
  /** Whose each stretch is: `[lists]` */
  readonly users: Int32Array;
  /** `[size]` */
  readonly targets: Int32Array;
}

/** Lists of items one after the other. */
export interface EndToEnd {
  /** How long each list is: `[lists]` */
  readonly lengths: Int32Array;
  readonly items: Int32Array;
  /** ms since 1970, NaN where unknown */
  readonly times: Float64Array;
}

/** A stretch of one user's history: `length` or fewer inputs from event `from`, and their targets. */
interface Window {
  readonly user: number;
  readonly from: number;
  readonly inputs: number;
}

/** How histories are cut up. */
export interface Cut {
  /** Inputs in a stretch at most. */
  readonly length: number;
  /** The inactivity, ms, that ends a session, of which nothing is known in the next; none does by default. */
  readonly gap?: number;
}

/** How many stretches it takes to make every interaction but the first of a session a target. */
export function countWindows(train: Dataset, cut: Cut): number {
  return cutWindows(train, cut).length;
}

/**
 * Every interaction but the first of a session is a target once: sessions are cut into windows
 * of at most `length` inputs from their newest end, and dealt out at random to batches
 * of `batchSize` or, so that none is small, a few less.
 */
export function* sequenceBatches(
  train: Dataset,
  { batchSize, ...cut }: Cut & { readonly batchSize: number },
  random: Random,
): Generator<SequenceBatch> {
  const windows = cutWindows(train, cut);
  for (const hand of deal(windows, Math.ceil(windows.length / batchSize), random)) {
    yield layOut(train, hand);
  }
}

/**
 * Deals windows out by length, one of about the same to each batch in turn: all batches
 * then have about as many positions, so that devices meet few shapes.
 */
function deal(windows: readonly Window[], batches: number, random: Random): Window[][] {
  const shuffled = random.shuffle(Int32Array.from(windows.keys()));
  const { packed } = groupByRow(shuffled.map((index) => windows[index].inputs));
  const hands = Array.from({ length: batches }, (): Window[] => []);
  const turns = Int32Array.from(hands.keys());
  for (let dealt = 0; dealt < windows.length; dealt++) {
    if (dealt % batches === 0) random.shuffle(turns);
    hands[turns[dealt % batches]].push(windows[shuffled[packed[dealt]]]);
  }
  return hands;
}

function cutWindows(train: Dataset, { length, gap = Infinity }: Cut): Window[] {
  const windows: Window[] = [];
  const { offsets, timestamps } = train;
  for (let user = 0; user < train.users.size; user++) {
    let newest = offsets[user + 1] - 1;
    while (newest > offsets[user]) {
      const oldest = sessionStart(timestamps, offsets[user], newest, gap);
      for (let end = newest; end > oldest; end -= length) {
        const from = Math.max(oldest, end - length);
        windows.push({ user, from, inputs: end - from });
      }
      newest = oldest - 1;
    }
  }
  return windows;
}

/** The first event, from `first`, of the session that ends with event `newest`. */
function sessionStart(
  timestamps: Float64Array,
  first: number,
  newest: number,
  gap: number,
): number {
  let event = newest;
  // Where a time is unknown, the difference is no number, and cuts nothing.
  while (event > first && !(timestamps[event] - timestamps[event - 1] > gap)) event--;
  return event;
}

function layOut({ itemOf, timestamps }: Dataset, windows: readonly Window[]): SequenceBatch {
  const size = windows.reduce((sum, { inputs }) => sum + inputs, 0);
  const [items, targets] = [new Int32Array(size), new Int32Array(size)];
  const times = new Float64Array(size);
  let place = 0;
  for (const { from, inputs } of windows) {
    items.set(itemOf.subarray(from, from + inputs), place);
    targets.set(itemOf.subarray(from + 1, from + 1 + inputs), place);
    times.set(timestamps.subarray(from, from + inputs), place);
    place += inputs;
  }
  const users = Int32Array.from(windows, ({ user }) => user);
  const lengths = Int32Array.from(windows, ({ inputs }) => inputs);
  return { size, users, lengths, items, times, targets };
}

/** The newest liked items of each history, at most `length` and of one session, oldest first. */
export function recentItems(histories: readonly History[], cut: Cut): EndToEnd {
  const recent = histories.map((history) => recentEvents(history, cut));
  const ofEach = (read: (history: History, event: number) => number): number[] =>
    recent.flatMap((events, i) => events.map((event) => read(histories[i], event)));
  return {
    lengths: Int32Array.from(recent, ({ length }) => length),
    items: Int32Array.from(ofEach(({ items }, event) => items[event])),
    times: Float64Array.from(ofEach(({ timestamps }, event) => timestamps[event])),
  };
}

/** Where they are in a history. */
export function recentEvents(
  { values, timestamps }: Pick<History, 'values' | 'timestamps'>,
  { length, gap = Infinity }: Cut,
): readonly number[] {
  const start = values.length && sessionStart(timestamps, 0, values.length - 1, gap);
  const events = Array.from(values.keys()).filter((event) => event >= start && values[event] > 0);
  return events.slice(-length);
}
