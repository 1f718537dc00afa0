import type * as tf from '../../kernels/tensor';
import type { Catalogue } from '../../kernels/score-topk/score-topk';
import type { Lists } from '../../kernels/lists';
import type { Random } from '../../kernels/random';
import type { Dataset, Query } from '../data/dataset';
import type { KnownBy } from '../data/new-items';
import type { FitProgress, LearningState } from '../nn/fit';
import { scoreByFactors } from '../nn/fold-in';
import type { Weights } from '../nn/weights';
import { failure } from '../../errors';

/** A number a person can set: its default, its bounds, and the words the form shows. */
export interface NumberField {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  readonly label: string;
  readonly help: string;
}

/** A choice from a list. */
export interface ChoiceField {
  readonly default: string;
  readonly choices: readonly string[];
  readonly label: string;
  readonly help: string;
}

export type Field = NumberField | ChoiceField;
export type Fields = Readonly<Record<string, Field>>;
/** One value for every field. */
export type Config<F extends Fields = Fields> = {
  readonly [K in keyof F]: F[K] extends NumberField
    ? number
    : F[K] extends ChoiceField
      ? string
      : number | string;
};

/** What a dataset must have for a model to be of use. */
export type Need = 'timestamps' | 'ratings' | 'itemFeatures' | 'userFeatures' | 'itemGraph';
/** What it must have for some choices, by field and choice. */
export type ChoiceNeeds = Readonly<Record<string, Readonly<Record<string, readonly Need[]>>>>;

/** The metric by which a model is judged: its lists, or the errors of its ratings. */
export type Headline = 'ndcg@10' | 'rmse';

/** The kind a model is of: the folder it lies in, and its group where models are listed. */
export type Family =
  | 'classical'
  | 'ensemble'
  | 'content'
  | 'factorization'
  | 'autoencoder'
  | 'graph'
  | 'multitask'
  | 'sequence';

/** What a fit is given beside the data. */
export interface FitContext {
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Where to go on from, or null to begin. */
  readonly resume: { readonly weights: Weights; readonly state: LearningState } | null;
}

/**
 * What every recommender model is: a recipe of pure functions over `weights`.
 * It keeps no state, frees no memory and reads nothing back from the device;
 * `Recommender` does those for all models alike.
 */
export interface Model<F extends Fields = Fields, W extends Weights = Weights> {
  /** Key in the registry and tag in a checkpoint: lower-case words, hyphens. */
  readonly name: string;
  readonly title: string;
  readonly family: Family;
  /** Where the method comes from: authors (year), link. */
  readonly source: string;
  readonly needs: readonly Need[];
  readonly fields: F;

  /** All that it needs so configured, for a model whose parts can be chosen. */
  needsFor?(config: Config<F>): readonly Need[];

  /**
   * By what it judges an item that nobody chose, where it can: what serves knows such items too.
   */
  readonly newItems?: KnownBy;

  /** Bytes that fitting takes at its peak, roughly: for the check before it starts. */
  memory(dataset: Dataset, config: Config<F>): number;

  /** Learns from `train`, yielding usable weights after every epoch, at least once. */
  fit(train: Dataset, config: Config<F>, context: FitContext): AsyncGenerator<FitProgress<W>>;

  /**
   * What the model makes of people it may never have met: `[queries, …]`.
   * An empty history must give finite numbers.
   */
  foldIn(weights: W, queries: readonly Query[], config: Config<F>): tf.Tensor;

  /**
   * Scores every item for every folded-in user: `[queries, items]`, higher is better. `met` is
   * what each has in their history: a model that looks at few items closely passes those over.
   */
  score(weights: W, users: tf.Tensor, config: Config<F>, met: Lists): tf.Tensor;

  /**
   * For a model that takes its time for an item: the scores of some alone. `items` is int32
   * `[queries, k]`, and so are the scores.
   */
  scoreSome?(weights: W, users: tf.Tensor, items: tf.Tensor, config: Config<F>): tf.Tensor;

  /**
   * For a model of two stages: the items that the first passes on to the second, less what was
   * `met`: int32 `[queries, k]`, -1 where there are no more.
   */
  retrieve?(weights: W, users: tf.Tensor, config: Config<F>, met: Lists): tf.Tensor;

  /**
   * Of a model that needs ratings: what its scores are. Preferences from -1 to 1, unless it
   * says 'likes': then `σ(score)` is the chance of a preference above 0.
   */
  readonly scores?: 'preferences' | 'likes';

  /** Preferences from -1 to 1 where scores are something else: `[queries, items]`. */
  rate?(weights: W, users: tf.Tensor, config: Config<F>): tf.Tensor;

  /**
   * Whether it can learn on from one person: every weight is learned in steps, and tables of
   * users have one row for each. By default only where that was measured to be significantly
   * better than folding in, after 10 interactions.
   */
  readonly fineTunes?: 'byDefault' | 'onRequest';

  /**
   * For a model whose scores are products of the folded-in users with vectors of the
   * items, plus a bias: those. It is ranked without ever having all its scores.
   */
  factors?(weights: W, config: Config<F>): Catalogue;

  /**
   * For a model whose scores can be divided among the events of a history: what each adds to
   * the score of an item for a stranger, `[events]`. Together, and with the score for an
   * empty history, they are that score.
   */
  explain?(weights: W, stranger: Query, item: number, config: Config<F>): tf.Tensor;

  /**
   * For a model that attends to a history: the share of attention that each event gets,
   * `[events]`, 0 for those that are not read. They sum to 1, or to 0 where nothing is read. It
   * says where the model looked to judge `item`, or, of a model that looks before it knows
   * which, to find what comes next; and not what that adds.
   */
  attend?(weights: W, stranger: Query, item: number, config: Config<F>): tf.Tensor;
}

/** What an author writes: `score`, or `factors`, from which it follows. */
export type Recipe<F extends Fields, W extends Weights> = Omit<Model<F, W>, 'score' | 'factors'> &
  (Pick<Model<F, W>, 'score'> | Required<Pick<Model<F, W>, 'factors'>>);

/** Checks a model against the contract and forgets its particular types. */
export function defineModel<F extends Fields, W extends Weights>(recipe: Recipe<F, W>): Model {
  if ('score' in recipe) return recipe as unknown as Model;
  const { factors } = recipe;
  const model: Model<F, W> = {
    ...recipe,
    score: (weights, users, config) => scoreByFactors(factors(weights, config), users),
  };
  return model as unknown as Model;
}

/** `given` over the defaults of `fields`. @throws ConfigError naming the field */
export function completeConfig(fields: Fields, given: Readonly<Record<string, unknown>>): Config {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) {
      const known = Object.keys(fields).join(', ') || 'none';
      throw failure('ConfigError', `There is no field “${name}”; there are: ${known}.`);
    }
  }
  const complete = (name: string, field: Field): number | string =>
    Object.hasOwn(given, name) ? checkField(name, field, given[name]) : field.default;
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, complete(name, field)]),
  );
}

function checkField(name: string, field: Field, value: unknown): number | string {
  if ('choices' in field) {
    const chosen = field.choices.find((choice) => choice === String(value));
    if (chosen !== undefined) return chosen;
    throw failure('ConfigError', `“${name}” must be one of ${field.choices.join(', ')}.`);
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const fits =
    typeof number === 'number' &&
    number >= field.min &&
    number <= field.max &&
    (!field.whole || Number.isInteger(number));
  if (fits) return number;
  const kind = field.whole ? 'a whole number' : 'a number';
  throw failure('ConfigError', `“${name}” must be ${kind} from ${field.min} to ${field.max}.`);
}
