/** Runs: what was asked for, how they go, what came of them. */
import type { ProtocolName, SplitName } from '../engine/data/split';
import type { Diversity } from '../engine/evaluation/diversity';
import type { OrderWorth } from '../engine/evaluation/order';
import type { Slicing } from '../engine/evaluation/slices';
import type { Config, Headline } from '../engine/models/model';
import type { ColdStart } from '../engine/training/cold-start';
import type { EpochReport } from '../engine/training/training-checkpoint';
import type { Device } from '../kernels/backend';

export type { SplitName } from '../engine/data/split';
export type { Diversity } from '../engine/evaluation/diversity';
export type { OrderWorth } from '../engine/evaluation/order';
export type { Slice, Slicing } from '../engine/evaluation/slices';
export type { ColdProgress, ColdStage, ColdStart } from '../engine/training/cold-start';
export type { EpochReport } from '../engine/training/training-checkpoint';

export interface TrainRequest {
  readonly dataset: string;
  /** Its name; 'auto' becomes the one that suits the data, under whose name the run is kept. */
  readonly model: string;
  readonly config: Config;
  /** 'auto': by time where enough users have a past at the cut, else leave one out, else random. */
  readonly split: SplitName | 'auto';
  readonly seed: number;
  /** Interactions rated below are left out; null keeps all. */
  readonly minValue: number | null;
  /** Users and items with fewer interactions are left out; null, or absent in old records, keeps all. */
  readonly kCore?: number | null;
}

/** Mean of each metric over users; keys such as `ndcg@10`, `recall@20`, `coverage@10`. */
export type Metrics = Readonly<Record<string, number>>;

export type RunState = 'training' | 'paused' | 'done' | 'stopped' | 'failed';

/** What a run is doing. */
export type RunPhase = 'preparing' | 'fitting' | 'validating' | 'testing' | 'refitting' | 'saving';

/** How a recommender did on the test holdouts of a split. */
export interface Scorecard {
  readonly model: string;
  readonly title: string;
  readonly metrics: Metrics;
  /** 95 % bootstrap intervals over users, `[low, high]`. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  /** Users in the test. */
  readonly users: number;
  /** A metric less that of the best of the simple baselines beside it, paired by user; absent on those. */
  readonly difference?: {
    readonly baseline: string;
    /** What the model is judged by; absent in old records, which compare NDCG@10. */
    readonly metric?: Headline;
    readonly mean: number;
    readonly interval: readonly [number, number];
    /** Of the paired t test, corrected for the number of baselines; absent in old records. */
    readonly p?: number;
  };
  /** What makes up the users and the items, each on its own; absent in old records. */
  readonly slices?: readonly Slicing[];
  /** What the order of histories is worth; of models of sequences, and absent in old records. */
  readonly order?: OrderWorth;
  /** What diversity was measured by; absent in old records. */
  readonly diversityBy?: Diversity['by'];
  /** Seconds that fitting took. */
  readonly seconds: number;
  /** Size of what was learned; absent in records from before this was noted. */
  readonly bytes?: number;
  /** `hr@10` and `ndcg@10` among 99 sampled items: flattering, and shown as a warning only. */
  readonly sampled?: Metrics;
}

/**
 * What a person should know of a run: it was stopped before its model could be
 * fitted to all data; or the catalogue is too large for EASE as a baseline.
 */
export type RunNote = 'serves-from-train' | 'item-knn-for-ease' | 'device-replaced';

/** One training: what was asked for, how it went, what came of it. */
export interface RunInfo {
  readonly id: string;
  readonly request: TrainRequest;
  readonly state: RunState;
  /** The split that was used, with a hash of its parts. */
  readonly split: { readonly protocol: ProtocolName; readonly hash: string } | null;
  readonly device: Device;
  readonly epochs: readonly EpochReport[];
  /** The chosen model's own first, then the baselines as they arrive. */
  readonly scorecards: readonly Scorecard[];
  /** How often the test part of this split of these data has been read, this run included. */
  readonly testReads: number;
  /** The recommender that serves, refitted on all data; null until there is one. */
  readonly recommender: string | null;
  readonly notes: readonly RunNote[];
  readonly error: { readonly name: string; readonly message: string } | null;
  /** ms since the epoch */
  readonly startedAt: number;
  /** How good its model is with how few ratings; absent where that was not measured. */
  readonly coldStart?: ColdStart;
}

/** Sent several times a second while a run is under way. */
export interface RunProgress {
  readonly run: RunInfo;
  readonly phase: RunPhase;
  /** The epoch in progress, from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Share of the epoch that is done, `[0, 1]`. */
  readonly done: number;
  /** Mean loss of the epoch so far. */
  readonly loss: number | null;
  /** Seconds of training, pauses left out. */
  readonly elapsed: number;
  /** Seconds to the last epoch, should it not stop early; null while unknown. */
  readonly eta: number | null;
  readonly interactionsPerSecond: number;
}
