import type { BundleInfo, VisitorEventKind, VisitorList } from '../visitor-api';

/** That an item of a list was chosen. */
export interface Selection {
  readonly item: string;
  readonly title: string;
  readonly recommendationId: string;
  /** Its place in the list, from 1. */
  readonly position: number;
}

/** Why there is no list: a name from the table of failures, and what to do about it. */
export interface EmbedFailure {
  readonly name: string;
  readonly message: string;
}

/** What each event of the element brings; all of them bubble and are composed. */
export interface PalateDetails {
  readonly 'palate-ready': BundleInfo;
  readonly 'palate-recommendations': VisitorList;
  readonly 'palate-select': Selection;
  readonly 'palate-error': EmbedFailure;
}

export type PalateEventName = keyof PalateDetails;

export const eventNames = [
  'palate-ready',
  'palate-recommendations',
  'palate-select',
  'palate-error',
] as const satisfies readonly PalateEventName[];

const kinds: readonly string[] = [
  'view',
  'click',
  'like',
  'dislike',
  'cart',
  'buy',
  'hide',
] satisfies readonly VisitorEventKind[];

/** Whether `text` names something that a visitor can do with an item. */
export function isEventKind(text: unknown): text is VisitorEventKind {
  return typeof text === 'string' && kinds.includes(text);
}

declare global {
  interface GlobalEventHandlersEventMap {
    'palate-ready': CustomEvent<BundleInfo>;
    'palate-recommendations': CustomEvent<VisitorList>;
    'palate-select': CustomEvent<Selection>;
    'palate-error': CustomEvent<EmbedFailure>;
  }
}
