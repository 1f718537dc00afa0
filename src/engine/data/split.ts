import { failure } from '../../errors';
import { byTime, dealByUser, leaveOneOut } from './parts';
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
  random: (dataset, seed) => dealByUser(dataset, { validation: 0.1, test: 0.1 }, seed),
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
  const split = (name: SplitName): Split => {
    refuseTimeless(dataset, name);
    const parts = protocols[name](dataset, seed);
    return splitByParts(dataset, parts, { protocol: name, seed, scale });
  };
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

function refuseTimeless(dataset: Dataset, protocol: SplitName): void {
  if (protocol !== 'temporal' || hasTimes(dataset)) return;
  throw failure('InputError', 'A split by time needs times; choose another split.');
}

/** What comes of assigning each event to a part: `[events]` 0 train, 1 validation, 2 test. */
export function splitByParts(
  dataset: Dataset,
  parts: Uint8Array,
  facts: Pick<Split, 'protocol' | 'seed' | 'scale'>,
): Split {
  const train = filterEvents(dataset, (event) => parts[event] === 0);
  const split = { ...facts, parts, train };
  return { ...split, validation: holdouts(dataset, split, 1), test: holdouts(dataset, split, 2) };
}

function checked(split: Split): Split {
  if (split.train.itemOf.length > 0 && split.validation.length > 0 && split.test.length > 0) {
    return split;
  }
  throw failure(
    'InputError',
    'There is too little in these data to hold something back for a test. Users need at least three interactions.',
  );
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
