/** What programs in Node say to the engine and hear from it: plain values, and no type but these. */

/** Something that someone chose, or rated. */
export interface Interaction {
  readonly user: string | number;
  readonly item: string | number;
  /** On any scale; absent where there are no ratings. */
  readonly rating?: number;
  /** ms since the epoch; absent where unknown. */
  readonly timestamp?: number;
}

/** What an item is called. */
export interface Item {
  readonly item: string | number;
  readonly title: string;
  readonly year?: number;
  readonly genres?: readonly string[];
}

export interface DataOptions {
  /** Interactions, or the paths of files, whose kind is recognised. */
  readonly data: readonly Interaction[] | readonly string[];
  /** What items are called, or the paths of files that say so. */
  readonly items?: readonly Item[] | readonly string[];
}

/** What computes; by default WebAssembly. WebGPU needs the package `webgpu`. */
export type Backend = 'webgpu' | 'wasm' | 'cpu';

/** Values of a model's fields. */
export type Config = Readonly<Record<string, number | string>>;

export interface ModelOptions {
  /** A name of `models()`; by default `auto`, which is chosen by the data. */
  readonly model?: string;
  /** Fields of the model that are not to keep their defaults. */
  readonly config?: Config;
  /** Interactions rated lower are left out; by default none. */
  readonly minValue?: number;
  /** Users and items with fewer interactions are left out; by default none. */
  readonly kCore?: number;
  readonly backend?: Backend;
}

export interface TrainOptions extends DataOptions, ModelOptions {
  /** How validation is held out; by default by the data. */
  readonly protocol?: 'auto' | 'temporal' | 'leave-one-out' | 'random';
  /** By default 1. */
  readonly seed?: number;
  /** Ends the training within moments when it is aborted: `train` rejects with its reason. */
  readonly signal?: AbortSignal;
}

export interface EvaluateOptions extends DataOptions, ModelOptions {
  /** How the test is held out; by default by the data. */
  readonly protocol?: TrainOptions['protocol'] | 'k-fold';
  /** A run for each; by default one with 1. */
  readonly seeds?: readonly number[];
}

/** Means by their names, such as `ndcg@10`. */
export type Metrics = Readonly<Record<string, number>>;

export interface Recommendation {
  readonly item: string;
  /** The id where the title is unknown. */
  readonly title: string;
  readonly score: number;
}

export interface RecommendOptions {
  /** Oldest first: ids, or with what they were rated on the scale of the data. Unknown ids are left out. */
  readonly history: readonly (string | number | Pick<Interaction, 'item' | 'rating'>)[];
  /** How many at most; by default 10. */
  readonly k?: number;
  /** How much it counts that items differ from those above them, from 0, the default, to 1. */
  readonly diversity?: number;
}

/** A model that has learned. */
export interface Recommender {
  readonly model: string;
  readonly config: Config;
  /** The ids of all items. */
  readonly items: readonly string[];
  /** The best for someone with this history, whose items are left out. */
  recommend(options: RecommendOptions): Promise<readonly Recommendation[]>;
  /** All of it, as a safetensors file, which `openRecommender` and Python read. */
  toFile(): Promise<Uint8Array>;
  /** Frees its memory; it cannot be used after. */
  dispose(): void;
}

/** Bytes, as they are and gzipped. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
}

export interface WrittenBundle {
  readonly folder: string;
  /** How many. */
  readonly items: number;
  readonly files: Readonly<Record<string, Size>>;
  /** What a visitor loads. */
  readonly visits: { readonly int8: Size; readonly float32: Size };
}

export interface BundleOptions {
  /** Made where it is missing. */
  readonly folder: string;
  /** What the bundle is called; by default after the data. */
  readonly name?: string;
}

export interface Trained {
  /** Fitted to all data. */
  readonly recommender: Recommender;
  readonly backend: Backend;
  /** How many validation chose. */
  readonly epochs: number;
  /** What validation said of them. */
  readonly validation: Metrics;
  /** Writes what a site serves to its visitors, with nobody in it. Rejects with a BundleError. */
  writeBundle(options: BundleOptions): Promise<WrittenBundle>;
}

export interface Evaluation {
  readonly model: string;
  readonly config: Config;
  readonly backend: Backend;
  readonly protocol: string;
  /** SHA-256 of the first split. */
  readonly hash: string;
  /** Means over runs. */
  readonly metrics: Metrics;
  /** 95 %, of some of them. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number]>>;
  /** How often this test has been read on this machine: one that is read often is no longer a test. */
  readonly testReads: number;
}

/** A model, and the fields that it takes. */
export interface ModelDescription {
  readonly name: string;
  readonly title: string;
  readonly family: string;
  /** Authors (year), link. */
  readonly source: string;
  /** What the data must have for it to be of use. */
  readonly needs: readonly string[];
  readonly fields: Readonly<Record<string, FieldDescription>>;
}

/** A number between bounds, or one of several choices. */
export interface FieldDescription {
  readonly default: number | string;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly choices?: readonly string[];
  readonly label: string;
  readonly help: string;
}
