import { createRandom } from '../../kernels/random';
import { failure } from '../../errors';
import type { Scale } from './prepare';
import { filterEvents, historyOf, type Dataset, type History, type Query } from './dataset';

/** A query, and what should be found for it: item index → its value in the dataset. */
export interface Holdout {
  readonly query: Query;
  readonly relevant: ReadonlyMap<number, number>;
}

export type SplitName = 'temporal' | 'leave-one-out' | 'random';

/** What to learn from, what to choose by, and what to report on. */
export interface Split {
  readonly protocol: SplitName;
  readonly seed: number;
  /** The ratings that the values -1 and 1 stand for. */
  readonly scale: Scale;
  /** `[events]` of the whole dataset: 0 train, 1 validation, 2 test. */
  readonly parts: Uint8Array;
  readonly train: Dataset;
  readonly validation: readonly Holdout[];
  readonly test: readonly Holdout[];
}

/** Users who must have earlier history at the cut, for a split by time to be worth reading. */
const enoughTestUsers = 500;

/** How each protocol assigns events to parts. To add one: its function, and a line here. */
const protocols: Readonly<Record<SplitName, (dataset: Dataset, seed: number) => Uint8Array>> = {
  temporal: byTime,
  'leave-one-out': leaveOneOut,
  random: byUser,
};

/**
 * Splits by `protocol`; `auto` is by time where at least 500 test users have earlier
 * history, else leave one out, else (without times) random. The values of `dataset` are
 * preferences, and `scale` the ratings that -1 and 1 stand for. @throws InputError
 */
export function splitDataset(
  dataset: Dataset,
  protocol: SplitName | 'auto',
  seed: number,
  scale: Scale = [-1, 1],
): Split {
  const split = (name: SplitName): Split => splitBy(dataset, name, { seed, scale });
  if (protocol !== 'auto') return checked(split(protocol));
  if (!hasTimes(dataset)) return checked(split('random'));
  const temporal = split('temporal');
  if (temporal.test.length >= enoughTestUsers) return checked(temporal);
  return checked(split('leave-one-out'));
}

/** Whether any interaction has a known time. */
export function hasTimes({ timestamps }: Dataset): boolean {
  return timestamps.some((time) => !Number.isNaN(time));
}

function splitBy(
  dataset: Dataset,
  protocol: SplitName,
  { seed, scale }: Pick<Split, 'seed' | 'scale'>,
): Split {
  if (protocol === 'temporal' && !hasTimes(dataset)) {
    throw failure('InputError', 'A split by time needs times; choose another split.');
  }
  const parts = protocols[protocol](dataset, seed);
  const train = filterEvents(dataset, (event) => parts[event] === 0);
  const split = { protocol, seed, scale, parts, train };
  return { ...split, validation: holdouts(dataset, split, 1), test: holdouts(dataset, split, 2) };
}

function checked(split: Split): Split {
  if (split.train.itemOf.length > 0 && split.validation.length > 0 && split.test.length > 0) {
    return split;
  }
  throw failure(
    'InputError',
    'There is too little in these data to hold something back for a test. Users need at least three interactions, or ten for a random split.',
  );
}

/**
 * Cuts at 80 % and 90 % of the interactions in the order of time, ties in file order:
 * nobody's future helps to predict anybody's past. Ji et al. (2020), https://arxiv.org/abs/2010.11060
 */
function byTime({ timestamps, rows }: Dataset): Uint8Array {
  const time = Float64Array.from(timestamps, (t) => (Number.isNaN(t) ? -Infinity : t));
  const order = Int32Array.from(rows.keys()).sort((a, b) =>
    time[a] === time[b] ? rows[a] - rows[b] : time[a] - time[b],
  );
  const parts = new Uint8Array(rows.length);
  const [first, second] = [Math.floor(0.8 * rows.length), Math.floor(0.9 * rows.length)];
  for (const event of order.subarray(first, second)) parts[event] = 1;
  for (const event of order.subarray(second)) parts[event] = 2;
  return parts;
}

/** Each user's last interaction is test, the one before validation; users with fewer than three only train. */
function leaveOneOut({ offsets, users, rows }: Dataset): Uint8Array {
  const parts = new Uint8Array(rows.length);
  for (let user = 0; user < users.size; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    if (to - from < 3) continue;
    [parts[to - 2], parts[to - 1]] = [1, 2];
  }
  return parts;
}

/** Each user's interactions shuffled; a tenth (rounded down) is test, a tenth validation. */
function byUser({ offsets, users, rows }: Dataset, seed: number): Uint8Array {
  const parts = new Uint8Array(rows.length);
  const random = createRandom(seed);
  for (let user = 0; user < users.size; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    const order = random.shuffle(Int32Array.from({ length: to - from }, (_zero, i) => from + i));
    const tenth = Math.floor((to - from) / 10);
    for (const event of order.subarray(0, tenth)) parts[event] = 1;
    for (const event of order.subarray(tenth, 2 * tenth)) parts[event] = 2;
  }
  return parts;
}

/**
 * For each user with something in `part`: the query is all that is in earlier parts,
 * relevant is what is in this one and not in the query. Users with an empty query or
 * nothing relevant are left out. By time, nothing is relevant that nobody had met
 * before: it could not have been recommended then.
 */
function holdouts(
  dataset: Dataset,
  { parts, train, protocol }: Pick<Split, 'parts' | 'train' | 'protocol'>,
  part: number,
): Holdout[] {
  const met = new Uint8Array(dataset.items.size).fill(Number(protocol !== 'temporal'));
  parts.forEach((p, event) => {
    if (p < part) met[dataset.itemOf[event]] = 1;
  });
  const found: Holdout[] = [];
  for (let user = 0; user < dataset.users.size; user++) {
    const { items, values } = historyOf(dataset, user);
    const partOf = parts.subarray(dataset.offsets[user], dataset.offsets[user + 1]);
    const past = pastOf(historyOf(dataset, user), (event) => partOf[event] < part);
    const seen = new Set(past.items);
    const relevant = Array.from(items, (item, event): [number, number] => [
      item,
      values[event],
    ]).filter(([item], event) => partOf[event] === part && met[item] === 1 && !seen.has(item));
    if (past.items.length === 0 || relevant.length === 0) continue;
    const isTrained = train.offsets[user + 1] > train.offsets[user];
    found.push({
      query: { user: isTrained ? user : null, history: past, features: null },
      relevant: new Map(relevant),
    });
  }
  return found;
}

function pastOf(history: History, isPast: (event: number) => boolean): History {
  const keep = (_value: unknown, event: number): boolean => isPast(event);
  return {
    items: history.items.filter(keep),
    values: history.values.filter(keep),
    timestamps: history.timestamps.filter(keep),
  };
}
