/** What a person thinks of items, and wants of lists. */
import type { Controls, Explorer } from '../engine/serving/controls';
import type { ItemCard } from './items';

export type ActionKind = 'rate' | 'like' | 'dislike' | 'click' | 'hide' | 'clear';

/** One line of the interaction log. */
export interface Action {
  readonly dataset: string;
  readonly item: string;
  /** 'clear' deletes all that was said of the item. */
  readonly kind: ActionKind;
  /** The rating, for 'rate'. */
  readonly value: number | null;
  /** ms since the epoch */
  readonly at: number;
  /** The list in which it was shown, and the chance that it had of its place there. */
  readonly shown?: { readonly list: string; readonly propensity: number };
}

/** A list that was shown, for the log: arrays are as long as `items`. */
export interface ShownList {
  readonly id: string;
  readonly dataset: string;
  readonly recommender: string;
  readonly at: number;
  readonly items: readonly string[];
  readonly propensities: readonly number[];
  /**
   * How it was explored, where it was: propensities are exact for 'epsilon-greedy', and by
   * numerical integration for 'thompson', to three digits at least.
   */
  readonly explorer?: Explorer;
}

/** What the log says of one item now. */
export interface Opinion extends ItemCard {
  readonly kind: Exclude<ActionKind, 'clear'>;
  readonly value: number | null;
  readonly at: number;
}

export interface LogCalls {
  /** Appends to the interaction log. */
  log(action: Action): Promise<void>;
  /** Appends several actions, or none of them. */
  logAll(actions: readonly Action[]): Promise<void>;
  /** Notes that a list was shown. */
  logShown(list: ShownList): Promise<void>;
  /** What the log says now, newest first. */
  opinions(dataset: string): Promise<readonly Opinion[]>;
  /** The datasets of which something was said. */
  datasetsSpokenOf(): Promise<readonly string[]>;
  /** The log about a dataset as JSON: all actions, and the lists that were shown. */
  exportLog(dataset: string): Promise<Blob>;
  /** Forgets all that was said and shown of a dataset. */
  clearLog(dataset: string): Promise<void>;
  /** The controls of a dataset as they were last set; to begin with, they change nothing. */
  controls(dataset: string): Promise<Controls<string>>;
  /** Keeps controls; null sets them back. */
  setControls(dataset: string, controls: Controls<string> | null): Promise<void>;
}
