import type { Action, HistoryEntry, Opinion } from '../api';

/** What the log says of one item now. */
export type Stand = Omit<Opinion, 'title' | 'year' | 'genres'>;

/** What was said of each item of one dataset, oldest first; what was cleared is gone. */
export function standsOf(actions: readonly Action[]): readonly Stand[] {
  return lastWords(actions).flatMap(({ item, kind, value, at }) =>
    kind === 'clear' ? [] : [{ item, kind, value, at }],
  );
}

/** Which lines of the log say nothing any more: all but the last word on each item, where it is not cleared. */
export function isSuperseded(actions: readonly Action[]): readonly boolean[] {
  const standing = new Set(lastWords(actions).filter(({ kind }) => kind !== 'clear'));
  return actions.map((action) => !standing.has(action));
}

function lastWords(actions: readonly Action[]): readonly Action[] {
  const last = new Map<string, Action>();
  for (const action of actions) {
    const name = JSON.stringify([action.dataset, action.item]);
    const before = last.get(name);
    // A click says less than a rating, a like or a dislike that is already there.
    const says = before && before.kind !== 'click' && before.kind !== 'clear';
    if (action.kind === 'click' && says) continue;
    last.delete(name);
    last.set(name, action);
  }
  return [...last.values()];
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

/** Whether two histories say the same. */
export function saysTheSame(a: readonly HistoryEntry[], b: readonly HistoryEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ item, value }, i) => b[i].item === item && b[i].value === value)
  );
}
