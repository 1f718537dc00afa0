import type { Action, HistoryEntry, Opinion } from '../api';

/** What the log says of one item now. */
export type Stand = Omit<Opinion, 'title' | 'year' | 'genres'>;

/** The last word on each item, oldest first; what was cleared is gone. */
export function standsOf(actions: readonly Action[]): readonly Stand[] {
  const stands = new Map<string, Stand>();
  for (const { item, kind, value, at } of actions) {
    const before = stands.get(item);
    // A click says less than a rating, a like or a dislike that is already there.
    if (kind === 'click' && before && before.kind !== 'click') continue;
    stands.delete(item);
    if (kind !== 'clear') stands.set(item, { item, kind, value, at });
  }
  return [...stands.values()];
}

/** What a click says in favour, against 1 for a like. */
const clickValue = 0.3;

/** The log as a history of preferences from -1 to 1, and the items that were hidden. */
export function toHistory(
  stands: readonly Stand[],
  preferenceOf: (rating: number) => number,
): { readonly history: readonly HistoryEntry[]; readonly hidden: readonly string[] } {
  const values: Record<Exclude<Stand['kind'], 'hide'>, (stand: Stand) => number> = {
    rate: ({ value }) => preferenceOf(value!),
    like: () => 1,
    dislike: () => -1,
    click: () => clickValue,
  };
  const history = stands.flatMap((stand) =>
    stand.kind === 'hide'
      ? []
      : [{ item: stand.item, value: values[stand.kind](stand), at: stand.at }],
  );
  const hidden = stands.filter(({ kind }) => kind === 'hide').map(({ item }) => item);
  return { history, hidden };
}
