import * as tf from '../../kernels/tensor';
import { inGroups, toLists } from '../../kernels/lists';
import { scoreTopK, topKOfScores, type TopK } from '../../kernels/score-topk/score-topk';
import { failure } from '../../errors';
import { mostChosenFirst, type Query } from '../data/dataset';
import { createVocabulary, type Vocabulary } from '../data/vocabulary';
import { metBy, scoreByFactors } from '../nn/fold-in';
import { isOfUsers, itemTableOf, restore, snapshot, type Weights } from '../nn/weights';
import { encodeCheckpoint, type Checkpoint } from './checkpoint';
import type { Config, Model } from './model';

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
  readonly facts?: Facts;
}

/** What the items are called, how often each was chosen, and the scale of ratings, where known. */
type Facts = Pick<Checkpoint, 'titles' | 'scale' | 'counts'>;

/** A trained model, ready to answer. There is no such thing as an untrained one. */
export class Recommender {
  readonly #trained: Trained;
  readonly #order: Int32Array;
  /** Of each item in that order. */
  readonly #places: Int32Array;

  constructor(trained: Trained) {
    this.#trained = trained;
    const { items, facts } = trained;
    this.#order = mostChosenFirst(facts?.counts ?? new Float32Array(items.size));
    this.#places = new Int32Array(items.size);
    this.#order.forEach((item, place) => (this.#places[item] = place));
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

  /** The items in the order that equal scores keep: the most chosen first. */
  get order(): Int32Array {
    return this.#order;
  }

  get facts(): Facts {
    return this.#trained.facts ?? {};
  }

  /** Puts what `model` has learned onto the device. */
  static of(
    model: Model,
    { config, items, users, weights, ...facts }: Omit<Checkpoint, 'model'>,
  ): Recommender {
    return new Recommender({
      model,
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
    return readRows(this.#ask(queries, (...asked) => this.model.score(...asked)));
  }

  /** A predicted preference for every item, one row for each query: `[queries][items]`. */
  rate(queries: readonly Query[]): Promise<Float32Array[]> {
    const rate = (this.model.rate ?? this.model.score).bind(this.model);
    return readRows(this.#ask(queries, (...asked) => rate(...asked)));
  }

  /**
   * The items that a model of two stages looks at closely for each query; null of all other
   * models, which look at every item alike.
   */
  async retrieve(queries: readonly Query[]): Promise<Int32Array[] | null> {
    const { model } = this;
    if (!model.retrieve) return null;
    const found = this.#ask(queries, (...asked) => model.retrieve!(...asked));
    return (await readRows<Int32Array>(found)).map((row) => row.filter((item) => item >= 0));
  }

  /** What `answer` makes of people who are folded in; the caller disposes it. */
  #ask<T extends tf.Tensor>(
    queries: readonly Query[],
    answer: (...asked: Parameters<Model['score']>) => T,
  ): T {
    const { model, config, weights } = this.#trained;
    const met = metBy(queries);
    return tf.tidy(() => answer(weights, model.foldIn(weights, queries, config), config, met));
  }

  /** The score of one item for each query: `[queries]` */
  async scoreItem(queries: readonly Query[], item: number): Promise<Float32Array> {
    const atOnce = Math.max(1, Math.floor(mostScores / this.items.size));
    const scores = new Float32Array(queries.length);
    for (const [group, some] of inGroups(queries, Math.min(atOnce, mostQueries)).entries()) {
      const column = this.#scoresOf(some, item);
      scores.set((await column.data()) as Float32Array, group * Math.min(atOnce, mostQueries));
      column.dispose();
    }
    return scores;
  }

  /**
   * What each event of a stranger's history adds to the score of an item, `[events]`; null
   * where the scores of the model cannot be divided among them.
   */
  async explain(stranger: Query, item: number): Promise<Float32Array | null> {
    const { model, config, weights } = this.#trained;
    if (!model.explain) return null;
    if (stranger.history.items.length === 0) return new Float32Array();
    const added = tf.tidy(() => model.explain!(weights, stranger, item, config));
    const values = (await added.data()) as Float32Array;
    added.dispose();
    return values;
  }

  /**
   * The share of a model's attention that each event of a stranger's history gets, `[events]`,
   * where it judges an item; null where the model does not attend to any.
   */
  async attend(stranger: Query, item: number): Promise<Float32Array | null> {
    const { model, config, weights } = this.#trained;
    if (!model.attend || stranger.history.items.length === 0) return null;
    const shares = tf.tidy(() => model.attend!(weights, stranger, item, config));
    const values = (await shares.data()) as Float32Array;
    shares.dispose();
    return values.some((share) => share > 0) ? values : null;
  }

  #scoresOf(queries: readonly Query[], item: number): tf.Tensor {
    const { model } = this;
    return this.#ask(queries, (weights, users, config, met) => {
      if (model.scoreSome) {
        const items = new Int32Array(queries.length).fill(item);
        return model.scoreSome(
          weights,
          users,
          tf.tensor2d(items, [items.length, 1], 'int32'),
          config,
        );
      }
      if (!model.factors) {
        const scores = model.score(weights, users, config, met);
        return tf.slice(scores, [0, item], [queries.length, 1]);
      }
      const { items, bias } = model.factors(weights, config);
      return scoreByFactors(
        { items: tf.slice(items, item, 1), bias: bias && tf.slice(bias, item, 1) },
        users,
      );
    });
  }

  /** The items' vectors, `[items · width]`. @throws NotFoundError when the model has none */
  async itemVectors(): Promise<{ readonly values: Float32Array; readonly width: number }> {
    const { items } = await snapshot(this.#itemTable());
    return { values: items.values, width: items.shape[1] };
  }

  #itemTable(): Weights {
    const items = itemTableOf(this.#trained.weights);
    if (items) return { items };
    const { title } = this.model;
    throw failure(
      'NotFoundError',
      `${title} keeps no vectors of the items, which would tell how alike they are.`,
    );
  }

  /**
   * The `k` best items for each query, leaving out what it has already chosen and
   * whatever is in `exclude` (item indices). Of items that score the same, the more popular
   * comes first: for someone whom a model can say nothing of, that orders all of them.
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
    return ranked.map((places, query) => {
      const filled = places.filter((place) => place >= 0);
      return {
        items: filled.map((place) => this.#order[place]),
        scores: scored[query].slice(0, filled.length),
      };
    });
  }

  /**
   * The places in `#order` of the best. Ranked on the device, so that only the ranking has to
   * leave it.
   */
  #best(queries: readonly Query[], k: number, exclude: readonly number[]): TopK {
    const { model, config, weights } = this.#trained;
    const users = model.foldIn(weights, queries, config);
    const left = queries.map(({ history }) => [...history.items, ...exclude]);
    const seen = toLists(left.map((items) => items.map((item) => this.#places[item])));
    const order = tf.tensor1d(this.#order, 'int32');
    if (!model.factors) {
      const scores = model.score(weights, users, config, metBy(queries));
      return topKOfScores(tf.gather(scores, order, 1), seen, k);
    }
    const { items, bias } = model.factors(weights, config);
    const ordered = { items: tf.gather(items, order), bias: bias && tf.gather(bias, order) };
    return scoreTopK(users, ordered, seen, k);
  }

  /** Frees device memory; the recommender cannot be used after. */
  dispose(): void {
    tf.dispose(this.#trained.weights);
  }
}

/** What is computed at once where all scores are needed for one of them: numbers, and queries. */
const [mostScores, mostQueries] = [2 ** 22, 256];

/** The rows of a matrix, read back from the device; the matrix is freed. */
async function readRows<T extends Float32Array | Int32Array>(matrix: tf.Tensor): Promise<T[]> {
  const [rows]: number[] = matrix.shape;
  const values = (await matrix.data()) as T;
  matrix.dispose();
  const width = values.length / Math.max(rows, 1);
  const rowOf = (row: number): T => values.slice(row * width, (row + 1) * width) as T;
  return Array.from({ length: rows }, (_row, i) => rowOf(i));
}
