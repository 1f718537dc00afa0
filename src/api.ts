/**
 * Page ↔ worker: every call and every value that crosses. Types only. Ids are
 * strings on this border; indices never cross it.
 */
import type { Verdict } from './engine/data/matching/match-titles';
import type { PersonalEntry, PersonalExport } from './engine/data/personal/personal-export';
import type { Timing } from './engine/data/timing';
import type { FilePlan, FilePreview, ImportProgress, ImportReport } from './engine/data/plan';
import type { CoreSize } from './engine/data/k-core';
import type { Filters } from './engine/data/kept';
import type { SideInfo } from './engine/data/side';
import type { ProtocolName, SplitName } from './engine/data/split';
import type { Diversity } from './engine/evaluation/diversity';
import type { OrderWorth } from './engine/evaluation/order';
import type { Preflight } from './engine/training/preflight';
import type { Slicing } from './engine/evaluation/slices';
import type { PublishedFigure } from './engine/evaluation/published';
import type { ChoiceNeeds, Config, Family, Fields, Headline, Need } from './engine/models/model';
import type { DataFacts } from './engine/training/auto';
import type { ColdProgress, ColdStart } from './engine/training/cold-start';
import type { EpochReport } from './engine/training/training-checkpoint';
import type { Controls, Explorer } from './engine/serving/controls';
import type { Reason } from './engine/serving/filter';
import type { BackendName, Device } from './kernels/backend';

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
} from './engine/data/plan';
export type { Verdict } from './engine/data/matching/match-titles';
export type {
  PersonalEntry,
  PersonalExport,
  Profile,
  Service,
} from './engine/data/personal/personal-export';
export type { CoreSize } from './engine/data/k-core';
export type { Filters } from './engine/data/kept';
export type { SideInfo } from './engine/data/side';
export type { SplitName } from './engine/data/split';
export type { Diversity } from './engine/evaluation/diversity';
export type { OrderWorth } from './engine/evaluation/order';
export type { Preflight } from './engine/training/preflight';
export type { Slice, Slicing } from './engine/evaluation/slices';
export type { PublishedFigure } from './engine/evaluation/published';
export type {
  ChoiceField,
  Config,
  Field,
  Fields,
  Headline,
  NumberField,
} from './engine/models/model';
export type { DataFacts, Unused } from './engine/training/auto';
export type { ColdProgress, ColdStage, ColdStart } from './engine/training/cold-start';
export type { EpochReport } from './engine/training/training-checkpoint';
export type { Controls, Explorer, NewWish } from './engine/serving/controls';
export type { Reason } from './engine/serving/filter';
export type { BackendName, Device } from './kernels/backend';

export interface ModelInfo {
  readonly name: string;
  readonly title: string;
  readonly family: Family;
  readonly source: string;
  readonly needs: readonly Need[];
  /** What it needs where its parts are chosen so. */
  readonly choiceNeeds: ChoiceNeeds;
  /** Its lists, or else the errors of the ratings that it predicts. */
  readonly judgedBy: Headline;
  /** Whether it can learn on from you, and whether it does so unless told otherwise. */
  readonly fineTunes: 'byDefault' | 'onRequest' | null;
  /** By what it judges items that nobody chose, null where it cannot: then it never shows any. */
  readonly newItems: 'features' | 'graph' | null;
  readonly fields: Fields;
}

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
}

/** The model that suits some data, and why. */
export interface AutoChoice {
  readonly model: string;
  /** What was seen of the data. */
  readonly facts: DataFacts;
  /** One sentence, in English. */
  readonly reason: string;
}

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

/** An item as a person sees it. */
export interface ItemCard {
  readonly item: string;
  /** The id where the title is unknown. */
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
}

export interface Recommendation extends ItemCard {
  readonly score: number;
}

/** What a title of a person's list may mean in a dataset: up to three items, the likeliest first. */
export interface TitleReview {
  readonly verdict: Verdict;
  readonly candidates: readonly ItemCard[];
}

export interface HistoryEntry {
  readonly item: string;
  /** A rating on the dataset's own scale, or absent for a plain interaction. */
  readonly value?: number;
  /** ms since the epoch */
  readonly at?: number;
}

export interface RecommendRequest {
  readonly recommender: string;
  /**
   * Who is asking: a user of the dataset, the person at the screen (from the
   * interaction log), or a stranger with this history, oldest first. Ids the
   * model never met are ignored.
   */
  readonly who: { readonly user: string } | 'you' | { readonly history: readonly HistoryEntry[] };
  readonly exclude?: readonly string[];
  readonly k: number;
}

/** A list as its controls want it. */
export interface ServeRequest extends RecommendRequest {
  readonly controls: Controls<string>;
  /** Of the lots that exploration draws. */
  readonly seed: number;
}

export interface ServedItem extends Recommendation {
  /** Where it would be without controls, from 0. */
  readonly place: number;
  /** The chance that it had of its place, given those above it. */
  readonly propensity: number;
  readonly by: 'score' | 'pin' | 'lot';
  /** Whether nobody chose it yet, so that it is judged by what is known of it alone. */
  readonly isNew: boolean;
}

export interface ServedList {
  readonly id: string;
  readonly items: readonly ServedItem[];
  /** How many items were left out for which reason. */
  readonly leftOut: Readonly<Record<Reason, number>>;
  /** The items that the controls name. */
  readonly named: readonly ItemCard[];
}

export interface ExplainRequest extends Pick<RecommendRequest, 'recommender' | 'who'> {
  readonly item: string;
}

/** What an entry of a history adds to a score; below 0 it spoke against. */
export interface Cause extends ItemCard {
  /** What was said of it; null for what a user of the data chose. */
  readonly kind: Opinion['kind'] | null;
  readonly value: number | null;
  readonly added: number;
}

/** Why an item scores as it does: what the causes add, and `base`, sum to `score`. */
export interface Explained {
  /** By the formula of the model, or else by sampled Shapley values. */
  readonly exact: boolean;
  /** Strongest first. */
  readonly causes: readonly Cause[];
  /** Entries of the history: there may be more than causes, which are the most recent ones then. */
  readonly entries: number;
  readonly score: number;
  readonly base: number;
  /**
   * What the model attended to, the most first, to judge the item, or to find what comes next,
   * whatever it is: where it looked, and not what that adds. Null of a model that does not attend.
   */
  readonly attention: readonly Attended[] | null;
}

/** An entry of a history, and its share of a model's attention, `[0, 1]`. */
export interface Attended extends ItemCard {
  readonly share: number;
}

/** What people of like mind liked, with no sign of who they are. */
export interface PeopleLikeYou {
  readonly people: number;
  /** With how many of them liked each: at least five. */
  readonly items: readonly (ItemCard & { readonly likedBy: number })[];
}

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

/** An item near another on a map, and how alike they are: at most 1. */
export interface Neighbour extends ItemCard {
  readonly likeness: number;
}

export interface StorageInfo {
  /** Bytes. */
  readonly used: number;
  readonly quota: number;
}

/** Everything the page can ask of the worker. */
export interface EngineApi {
  /** Starts a backend; the first call decides. @throws DeviceError */
  start(preferred: BackendName | null): Promise<Device>;
  models(): Promise<readonly ModelInfo[]>;
  /** What others have measured, to be shown beside our own where it can be compared. */
  published(): Promise<readonly PublishedFigure[]>;

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
  /** The list of one person that `files` hold together, as they are recognised. @throws InputError */
  readList(files: readonly File[]): Promise<PersonalExport>;
  /** What each of `entries` may mean among the items of a dataset. */
  matchTitles(dataset: string, entries: readonly PersonalEntry[]): Promise<readonly TitleReview[]>;
  datasets(): Promise<readonly DatasetInfo[]>;
  summarize(dataset: string): Promise<DatasetSummary>;
  /** How much of a dataset a training with `filters` learns from. @throws AbortError once it is asked again */
  sizeOfKept(dataset: string, filters: Filters): Promise<CoreSize>;
  /** What a training takes, and what would fit where that is too much. @throws ConfigError, NotFoundError */
  preflight(dataset: string, model: string, config: Config): Promise<Preflight>;
  removeDataset(dataset: string): Promise<void>;
  /** Up to `limit` user ids that begin with `prefix`. */
  users(dataset: string, prefix: string, limit: number): Promise<readonly string[]>;
  /** What a user of the dataset did, newest first. @throws NotFoundError */
  history(dataset: string, user: string): Promise<readonly (ItemCard & HistoryEntry)[]>;
  /**
   * Items whose title has all words, but for typing errors: the nearest first, and of those
   * the most chosen and, where a recommender is named, those that suit your taste.
   */
  searchItems(
    dataset: string,
    text: string,
    limit: number,
    recommender?: string,
  ): Promise<readonly ItemCard[]>;
  /** The most common genres, the most common first. */
  genres(dataset: string): Promise<readonly string[]>;

  /** The model that 'auto' stands for. */
  chooseModel(dataset: string): Promise<AutoChoice>;
  /**
   * Fits, validates, tests, refits on all data and keeps the result; resolves when
   * the baselines are there too. @throws ConfigError, DivergenceError, DeviceError, BusyError
   */
  train(request: TrainRequest, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  /** Goes on with a run that was cut off, from its last checkpoint. */
  resume(run: string, onProgress: (progress: RunProgress) => void): Promise<RunInfo>;
  /** Halts the running training after the step in progress, and writes a checkpoint. */
  pause(): Promise<void>;
  /** Lets a paused training of this session go on. */
  proceed(): Promise<void>;
  /**
   * Ends the running training early, which resolves with the best epoch so far, or the running
   * measurement, which rejects.
   */
  stop(): Promise<void>;
  /**
   * Measures how good the model of a run is for people of whom little is known: holds some out,
   * learns from the others, and keeps the result with the run. Nothing else is learned meanwhile.
   * @throws AbortError, BusyError, DeviceError, InputError
   */
  coldStart(run: string, onProgress: (progress: ColdProgress) => void): Promise<RunInfo>;
  /** Newest first. */
  runs(): Promise<readonly RunInfo[]>;
  removeRun(run: string): Promise<void>;

  recommenders(): Promise<readonly RecommenderInfo[]>;
  recommend(request: RecommendRequest): Promise<readonly Recommendation[]>;
  /** The same under controls, and what they did. */
  serve(request: ServeRequest): Promise<ServedList>;
  /** Divides a score among the history behind it, as a stranger's would be. */
  explain(request: ExplainRequest): Promise<Explained>;
  peopleLike(request: Pick<RecommendRequest, 'recommender' | 'who'>): Promise<PeopleLikeYou>;
  /** What to ask a newcomer next, of whom `unknown` is not known; null when there is nothing. */
  question(recommender: string, unknown: readonly string[]): Promise<ItemCard | null>;
  itemMap(recommender: string): Promise<ItemMap>;
  /**
   * Learns on from what you said, if that has changed since it did so last, or anyway. Stands
   * back for every list that is asked for, and gives way to a training.
   * @throws AbortError, BusyError, ConfigError
   */
  learn(recommender: string, anyway: boolean): Promise<RecommenderInfo>;
  /** Puts what was learned last out of use: the lesson before serves again, or the original. */
  undoLesson(recommender: string): Promise<RecommenderInfo>;
  /** Of each of `items`, the `k` others that the model finds most like it, the nearest first. */
  neighbours(
    recommender: string,
    items: readonly string[],
    k: number,
  ): Promise<readonly (readonly Neighbour[])[]>;
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
  removeRecommender(recommender: string): Promise<void>;
  /** @throws CheckpointError */
  importRecommender(file: ArrayBuffer): Promise<RecommenderInfo>;

  /** Appends to the interaction log. */
  log(action: Action): Promise<void>;
  /** Notes that a list was shown. */
  logShown(list: ShownList): Promise<void>;
  /** Appends several actions, or none of them. */
  logAll(actions: readonly Action[]): Promise<void>;
  /** What the log says now, newest first. */
  opinions(dataset: string): Promise<readonly Opinion[]>;
  /** The log about a dataset as JSON: all actions, and the lists that were shown. */
  exportLog(dataset: string): Promise<Blob>;
  /** Forgets all that was said and shown of a dataset. */
  clearLog(dataset: string): Promise<void>;
  /** The controls of a dataset as they were last set; to begin with, they change nothing. */
  controls(dataset: string): Promise<Controls<string>>;
  /** Keeps controls; null sets them back. */
  setControls(dataset: string, controls: Controls<string> | null): Promise<void>;

  storage(): Promise<StorageInfo>;
  /** Everything stored, as one file. */
  exportBackup(): Promise<Blob>;
  /** Replaces everything stored by a backup. @throws InputError */
  importBackup(file: File): Promise<void>;
  deleteEverything(): Promise<void>;
  /** Forgets what is loaded: another tab has changed what is stored. */
  refresh(): Promise<void>;
  setting(key: string): Promise<string | null>;
  setSetting(key: string, value: string): Promise<void>;
}
