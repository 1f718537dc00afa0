import type { LoggedEvent, VisitorEventKind } from '../visitor-api';

/** What each kind of event says in favour of an item, from -1 to 1, as models read it. */
export const worths: Readonly<Record<VisitorEventKind, number>> = {
  buy: 1,
  like: 1,
  cart: 0.8,
  click: 0.3,
  view: 0.2,
  hide: -0.5,
  dislike: -1,
};

/** Events by which a visitor decides: the newest of an item stands for all that came before. */
const decisions: readonly VisitorEventKind[] = ['buy', 'like', 'cart', 'hide', 'dislike'];

/** What a visitor made of an item. */
export interface Taste {
  readonly item: string;
  readonly value: number;
  /** ms since the epoch: of the newest event */
  readonly at: number;
  /** It is not to be shown again: bought at any time, or hidden or disliked at last. */
  readonly isDone: boolean;
}

/** What a visitor made of each item, from events oldest first; the item met last comes last. */
export function tastesOf(events: readonly LoggedEvent[]): readonly Taste[] {
  const byItem = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const own = byItem.get(event.item) ?? [];
    byItem.delete(event.item);
    byItem.set(event.item, [...own, event]);
  }
  return Array.from(byItem, ([item, own]) => tasteOf(item, own));
}

function tasteOf(item: string, own: readonly LoggedEvent[]): Taste {
  const kinds = own.map(({ event }) => event);
  const decision = kinds.findLast((kind) => decisions.includes(kind));
  const value = decision ? worths[decision] : Math.max(...kinds.map((kind) => worths[kind]));
  const isDone = kinds.includes('buy') || decision === 'hide' || decision === 'dislike';
  return { item, value, at: own[own.length - 1].at, isDone };
}
