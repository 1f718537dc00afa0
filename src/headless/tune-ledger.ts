import type { Config } from '../engine/models/model';

/** A line of the ledger: what one configuration came to on validation. */
export interface Entry {
  /** SHA-256 of the interactions with their parts. */
  readonly split: string;
  readonly model: string;
  readonly trial: number;
  readonly config: Config;
  /** What validation was judged by, at the best epoch; null where the loss was no number. */
  readonly metric: string;
  readonly value: number | null;
  readonly bestEpoch: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly backend: string;
}
