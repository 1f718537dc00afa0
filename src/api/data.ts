/** Data: what comes in, and what is there. */
import type { CoreSize } from '../engine/data/k-core';
import type { Filters } from '../engine/data/kept';
import type { FilePlan, FilePreview, ImportProgress, ImportReport } from '../engine/data/plan';
import type { SideInfo } from '../engine/data/side';
import type { Timing } from '../engine/data/timing';
import type { HistoryEntry, ItemCard } from './items';

export type {
  DuplicatePolicy,
  FileKind,
  FilePlan,
  FilePreview,
  ImportProgress,
  ImportReport,
  NamedColumn,
  Problem,
  ProblemKind,
  Role,
} from '../engine/data/plan';
export type { CoreSize } from '../engine/data/k-core';
export type { Filters } from '../engine/data/kept';
export type { SideInfo } from '../engine/data/side';

export interface DatasetInfo {
  readonly id: string;
  readonly name: string;
  /** 'demo' has invented ratings, and the page must say so. */
  readonly source: 'file' | 'demo';
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  /** SHA-256 of the sorted interactions, hexadecimal. */
  readonly hash: string;
  /** Lowest and highest rating; equal where the file has none. */
  readonly valueRange: readonly [number, number];
  /** First and last time, ms since the epoch, or null without times. */
  readonly period: readonly [number, number] | null;
  /** Items that files describe and nobody chose, beside the others; absent in old records. */
  readonly newItems?: number;
  readonly hasTitles: boolean;
  /** What is known beside the interactions; absent in data that an earlier version stored. */
  readonly side?: SideInfo;
  readonly report: ImportReport;
  /** Size in storage, bytes. */
  readonly bytes: number;
  /** ms since the epoch */
  readonly createdAt: number;
}

/** What the data are like, for the Data room. */
export interface DatasetSummary {
  /** `[bins]`, each rating value and how many interactions have it. */
  readonly ratings: readonly { readonly value: number; readonly count: number }[];
  /** Interactions per calendar month, oldest first. */
  readonly activity: readonly { readonly month: string; readonly count: number }[];
  /** Share of interactions on the most chosen tenth of the items, `[0, 1]`. */
  readonly headShare: number;
  /** Share of the user–item matrix that is filled, `[0, 1]`. */
  readonly density: number;
  readonly medianHistory: number;
  readonly popular: readonly ItemCard[];
  /** Null where a time is unknown. */
  readonly timing: Timing | null;
  /** Whether something can be held back for a test; else nothing can be trained on them. */
  readonly testable: boolean;
}

export interface DataCalls {
  /**
   * Reads the beginning of each file, and of each file in an archive; `plans`, one for each of
   * those where given, correct the guesses.
   */
  preview(files: readonly File[], plans?: readonly FilePlan[]): Promise<readonly FilePreview[]>;
  /**
   * Reads the files in the worker; the page never holds their text. Nothing stored
   * changes unless it succeeds. @throws InputError, AbortError, StorageError
   */
  importFiles(
    files: readonly File[],
    plans: readonly FilePlan[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<DatasetInfo>;
  cancelImport(): Promise<void>;
  /** The built-in demo: real titles, invented ratings. */
  useDemo(): Promise<DatasetInfo>;
  datasets(): Promise<readonly DatasetInfo[]>;
  summarize(dataset: string): Promise<DatasetSummary>;
  /** How much of a dataset a training with `filters` learns from. @throws AbortError once it is asked again */
  sizeOfKept(dataset: string, filters: Filters): Promise<CoreSize>;
  removeDataset(dataset: string): Promise<void>;
  /** Up to `limit` user ids that begin with `prefix`. */
  users(dataset: string, prefix: string, limit: number): Promise<readonly string[]>;
  /** What a user of the dataset did, newest first. @throws UnknownIdError */
  history(dataset: string, user: string): Promise<readonly (ItemCard & HistoryEntry)[]>;
  /** The most common genres, the most common first. */
  genres(dataset: string): Promise<readonly string[]>;
}
