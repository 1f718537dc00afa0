/** Recommenders: what is kept of them, and what they learn on. */
import type { Config } from '../engine/models/model';
import type { HistoryEntry, ItemCard } from './items';

export interface RecommenderInfo {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly title: string;
  readonly dataset: string;
  readonly config: Config;
  readonly items: number;
  /** Whether it was fitted again on all data, or learned from the train part alone. */
  readonly refitted: boolean;
  readonly epochs: number;
  readonly bytes: number;
  readonly createdAt: number;
  /** What it has learned on from you, newest first; the last one that was kept serves. */
  readonly lessons?: readonly LessonInfo[];
}

/** One time that a recommender learned on from you, all over from how it was trained. */
export interface LessonInfo {
  /** From 1. */
  readonly number: number;
  /** ms since the epoch */
  readonly at: number;
  readonly seconds: number;
  /** What it learned from, as preferences from -1 to 1, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** How many of those the lesson before did not have. */
  readonly fresh: number;
  /** Mean NDCG@10 of so many others before and after, by which it was kept or rolled back. */
  readonly others: number;
  readonly before: number;
  readonly after: number;
  readonly outcome: 'kept' | 'rolled-back' | 'undone';
  /** What came into your top 10 by it, and what went. */
  readonly entered: readonly ItemCard[];
  readonly left: readonly ItemCard[];
}

/** Items as points, for the Map room: arrays are `[items]`. */
export interface ItemMap {
  /** What they lie by: vectors that the model keeps, or, where it keeps none, who chose them. */
  readonly by: 'model' | 'choosers';
  readonly items: readonly ItemCard[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** How often each was chosen. */
  readonly counts: Float32Array;
}

export interface RecommenderCalls {
  recommenders(): Promise<readonly RecommenderInfo[]>;
  itemMap(recommender: string): Promise<ItemMap>;
  /**
   * A recommender as it was trained, as a file: without ids of users and what was learned of
   * each, unless they are asked for.
   */
  exportRecommender(recommender: string, options?: { users?: boolean }): Promise<ArrayBuffer>;
  /**
   * What visitors of another site can be served from, as an archive of the files to publish.
   * There is nobody in it. @throws BundleError
   */
  exportBundle(recommender: string): Promise<Blob>;
  /** @throws CheckpointError */
  importRecommender(file: ArrayBuffer): Promise<RecommenderInfo>;
  removeRecommender(recommender: string): Promise<void>;
}

export interface LessonCalls {
  /**
   * Learns on from what you said, if that has changed since it did so last, or anyway. Stands
   * back for every list that is asked for, and gives way to a training.
   * @throws AbortError, BusyError, ConfigError
   */
  learn(recommender: string, anyway: boolean): Promise<RecommenderInfo>;
  /** Puts what was learned last out of use: the lesson before serves again, or the original. */
  undoLesson(recommender: string): Promise<RecommenderInfo>;
}
