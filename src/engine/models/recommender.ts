import * as tf from '../../kernels/tensor';
import { toLists } from '../../kernels/lists';
import { scoreTopK, topKOfScores, type TopK } from '../../kernels/score-topk/score-topk';
import { failure } from '../../errors';
import type { Query } from '../data/dataset';
import { createVocabulary, type Vocabulary } from '../data/vocabulary';
import { restore, snapshot, type Weights } from '../nn/weights';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from './checkpoint';
import type { Config, Model } from './model';
import { findModel } from './registry';

/** Items best first, with their scores. Both `[at most k]`. */
export interface Ranking {
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

/** A model that has learned: what it is, who it knows, and its weights on the device. */
export interface Trained {
  readonly model: Model;
  readonly config: Config;
  readonly items: Vocabulary;
  /** Null where the users were left out, and everyone is a stranger. */
  readonly users: Vocabulary | null;
  readonly weights: Weights;
  /** What the items are called, and the scale of their ratings, where that is known. */
  readonly facts?: Pick<Checkpoint, 'titles' | 'scale'>;
}

/** A trained model, ready to answer. There is no such thing as an untrained one. */
export class Recommender {
  readonly #trained: Trained;

  constructor(trained: Trained) {
    this.#trained = trained;
  }

  get model(): Model {
    return this.#trained.model;
  }

  get config(): Config {
    return this.#trained.config;
  }

  get items(): Vocabulary {
    return this.#trained.items;
  }

  get users(): Vocabulary | null {
    return this.#trained.users;
  }

  get facts(): Pick<Checkpoint, 'titles' | 'scale'> {
    return this.#trained.facts ?? {};
  }

  /** @throws CheckpointError, NotFoundError */
  static async load(file: Blob): Promise<Recommender> {
    return Recommender.fromCheckpoint(await decodeCheckpoint(file));
  }

  /** Puts the weights onto the device. @throws NotFoundError */
  static fromCheckpoint({
    model,
    config,
    items,
    users,
    weights,
    ...facts
  }: Checkpoint): Recommender {
    return new Recommender({
      model: findModel(model),
      config,
      items: createVocabulary(items, 'item'),
      users: users && createVocabulary(users, 'user'),
      weights: restore(weights),
      facts,
    });
  }

  /** Everything on the host. An anonymous one has no user ids and no tables of users. */
  async checkpoint({ anonymous = false } = {}): Promise<Checkpoint> {
    const { model, config, items, users } = this.#trained;
    const kept = Object.entries(this.#trained.weights).filter(
      ([name]) => !(anonymous && isOfUsers(name)),
    );
    return {
      model: model.name,
      config,
      items: items.ids,
      users: anonymous ? null : (users?.ids ?? null),
      weights: await snapshot(Object.fromEntries(kept)),
      ...this.#trained.facts,
    };
  }

  /** As a file. */
  async save(options: { anonymous?: boolean } = {}): Promise<Blob> {
    return encodeCheckpoint(await this.checkpoint(options));
  }

  /** What the model makes of each query: one vector apiece. */
  foldIn(queries: readonly Query[]): Promise<Float32Array[]> {
    const { model, config, weights } = this.#trained;
    return readRows(tf.tidy(() => model.foldIn(weights, queries, config)));
  }

  /** A score for every item, one row for each query: `[queries][items]`. */
  score(queries: readonly Query[]): Promise<Float32Array[]> {
    const { model, config, weights } = this.#trained;
    return readRows(
      tf.tidy(() => model.score(weights, model.foldIn(weights, queries, config), config)),
    );
  }

  /** A predicted preference for every item, one row for each query: `[queries][items]`. */
  rate(queries: readonly Query[]): Promise<Float32Array[]> {
    const { model, config, weights } = this.#trained;
    const rate = (model.rate ?? model.score).bind(model);
    return readRows(tf.tidy(() => rate(weights, model.foldIn(weights, queries, config), config)));
  }

  /** The items' vectors, `[items · width]`. @throws NotFoundError when the model has none */
  async itemVectors(): Promise<{ readonly values: Float32Array; readonly width: number }> {
    const { items } = await snapshot(this.#itemTable());
    return { values: items.values, width: items.shape[1] };
  }

  #itemTable(): Weights {
    const { items } = this.#trained.weights;
    if (items) return { items };
    const { title } = this.model;
    throw failure('NotFoundError', `${title} keeps no vectors of the items to draw.`);
  }

  /**
   * The `k` best items for each query, leaving out what it has already chosen and
   * whatever is in `exclude` (item indices).
   */
  async recommend(
    queries: readonly Query[],
    k: number,
    exclude: readonly number[] = [],
  ): Promise<Ranking[]> {
    const places = Math.min(k, this.items.size);
    const { items, scores } = tf.tidy(() => ({ ...this.#best(queries, places, exclude) }));
    const [ranked, scored] = await Promise.all([
      readRows<Int32Array>(items),
      readRows<Float32Array>(scores),
    ]);
    return ranked.map((row, query) => cutAtBlank({ items: row, scores: scored[query] }));
  }

  /** Ranked on the device, so that only the ranking has to leave it. */
  #best(queries: readonly Query[], k: number, exclude: readonly number[]): TopK {
    const { model, config, weights } = this.#trained;
    const users = model.foldIn(weights, queries, config);
    const seen = toLists(queries.map(({ history }) => [...history.items, ...exclude]));
    return model.factors
      ? scoreTopK(users, model.factors(weights, config), seen, k)
      : topKOfScores(model.score(weights, users, config), seen, k);
  }

  /** Frees device memory; the recommender cannot be used after. */
  dispose(): void {
    tf.dispose(this.#trained.weights);
  }
}

/** Tables with a row for each user are called `users`, or begin with `users.` where there are several. */
function isOfUsers(name: string): boolean {
  return name === 'users' || name.startsWith('users.');
}

function cutAtBlank({ items, scores }: Ranking): Ranking {
  const blank = items.indexOf(-1);
  return blank < 0
    ? { items, scores }
    : { items: items.slice(0, blank), scores: scores.slice(0, blank) };
}

/** The rows of a matrix, read back from the device; the matrix is freed. */
async function readRows<T extends Float32Array | Int32Array>(matrix: tf.Tensor): Promise<T[]> {
  const [rows]: number[] = matrix.shape;
  const values = (await matrix.data()) as T;
  matrix.dispose();
  const width = values.length / Math.max(rows, 1);
  const rowOf = (row: number): T => values.slice(row * width, (row + 1) * width) as T;
  return Array.from({ length: rows }, (_row, i) => rowOf(i));
}
