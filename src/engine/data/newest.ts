import { filterEvents, historyOf, type Dataset } from './dataset';

/** A dataset without the newest part of each history, and that part. */
export interface Held {
  readonly past: Dataset;
  /** One for each user who has both, in the order of the users. */
  readonly held: readonly {
    readonly user: number;
    /** Item indices that remain, oldest first. */
    readonly past: Int32Array;
    /** Item indices that were held back, oldest first. */
    readonly next: Int32Array;
  }[];
}

/** Holds back a share of each history, rounded down but at least one of two. */
export function holdNewest(dataset: Dataset, share: number): Held {
  const { offsets, users, userOf } = dataset;
  const keptOf = (user: number): number => {
    const events = offsets[user + 1] - offsets[user];
    return events < 2 ? events : events - Math.max(1, Math.floor(share * events));
  };
  const past = filterEvents(
    dataset,
    (event) => event - offsets[userOf[event]] < keptOf(userOf[event]),
  );
  const held = Array.from({ length: users.size }, (_zero, user) => {
    const { items } = historyOf(dataset, user);
    const kept = keptOf(user);
    return { user, past: items.subarray(0, kept), next: items.subarray(kept) };
  });
  return { past, held: held.filter(({ next }) => next.length > 0) };
}
