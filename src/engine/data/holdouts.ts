import { historyOf, type Dataset, type History, type Query } from './dataset';
import { describeStrangers } from './features';
import type { Split } from './split';

/** A query, and what should be found for it: item index → its value in the dataset. */
export interface Holdout {
  /** Row in the whole dataset, for who judges: a model sees the query alone. */
  readonly user: number;
  readonly query: Query;
  readonly relevant: ReadonlyMap<number, number>;
}

/** What only someone who judges apart can see: there is no past to go by. */
export interface Cold {
  /** People without a past, and what they chose among items that somebody had met. */
  readonly users: readonly Holdout[];
  /** What people chose that nobody had met before. By time the headline leaves it out. */
  readonly items: readonly Holdout[];
}

/**
 * For each user with something in `part`: the query is all that is in earlier parts,
 * relevant is what is in this one and not in the query. `warm` are those with a past.
 * By time, nothing is relevant for them that nobody had met before: it could not have
 * been recommended then.
 */
export function holdoutsOf(
  dataset: Dataset,
  { parts, train, protocol }: Pick<Split, 'parts' | 'train' | 'protocol'>,
  part: number,
): { warm: Holdout[]; cold: Cold } {
  const met = new Uint8Array(dataset.items.size);
  parts.forEach((p, event) => {
    if (p < part) met[dataset.itemOf[event]] = 1;
  });
  const featuresOf = describeStrangers(train);
  const all = usersIn(part, dataset, parts).map((user) =>
    holdoutOf(user, dataset, parts, { part, train, featuresOf }),
  );
  const among = (holdouts: Holdout[], keep: (item: number) => boolean): Holdout[] =>
    holdouts
      .map((holdout) => ({ ...holdout, relevant: filterKeys(holdout.relevant, keep) }))
      .filter(({ relevant }) => relevant.size > 0);
  const isMet = (item: number): boolean => met[item] === 1;
  const hasPast = ({ query }: Holdout): boolean => query.history.items.length > 0;
  return {
    warm: among(all.filter(hasPast), protocol === 'temporal' ? isMet : () => true),
    cold: {
      users: among(
        all.filter((holdout) => !hasPast(holdout)),
        isMet,
      ),
      items: among(all, (item) => !isMet(item)),
    },
  };
}

/** Those with something in `part`, ascending. */
function usersIn(part: number, { userOf }: Dataset, parts: Uint8Array): number[] {
  const users: number[] = [];
  for (let event = 0; event < parts.length; event++) {
    if (parts[event] === part && users.at(-1) !== userOf[event]) users.push(userOf[event]);
  }
  return users;
}

interface Judging {
  readonly part: number;
  readonly train: Dataset;
  /** What is known of a user whom nothing has been learned from. */
  featuresOf(user: number): Float32Array | null;
}

/** One user's past, and what of `part` is not in it. */
function holdoutOf(
  user: number,
  dataset: Dataset,
  parts: Uint8Array,
  { part, train, featuresOf }: Judging,
): Holdout {
  const { items, values } = historyOf(dataset, user);
  const partOf = parts.subarray(dataset.offsets[user], dataset.offsets[user + 1]);
  const past = pastOf(historyOf(dataset, user), (event) => partOf[event] < part);
  const seen = new Set(past.items);
  const relevant = Array.from(items, (item, event): [number, number] => [item, values[event]]);
  const isTrained = train.offsets[user + 1] > train.offsets[user];
  return {
    user,
    query: isTrained
      ? { user, history: past, features: null }
      : { user: null, history: past, features: featuresOf(user) },
    relevant: new Map(
      relevant.filter(([item], event) => partOf[event] === part && !seen.has(item)),
    ),
  };
}

/** Views where the past comes first, as by time, or else copies. */
function pastOf(history: History, isPast: (event: number) => boolean): History {
  const { length } = history.items;
  let first = 0;
  while (first < length && isPast(first)) first++;
  if (!history.items.some((_item, event) => event > first && isPast(event))) {
    return {
      items: history.items.subarray(0, first),
      values: history.values.subarray(0, first),
      timestamps: history.timestamps.subarray(0, first),
    };
  }
  const keep = (_value: unknown, event: number): boolean => isPast(event);
  return {
    items: history.items.filter(keep),
    values: history.values.filter(keep),
    timestamps: history.timestamps.filter(keep),
  };
}

function filterKeys(
  map: ReadonlyMap<number, number>,
  keep: (key: number) => boolean,
): Map<number, number> {
  return new Map(Array.from(map).filter(([key]) => keep(key)));
}
