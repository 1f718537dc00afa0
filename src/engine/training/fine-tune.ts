import * as tf from '../../kernels/tensor';
import { createRandom, type Random } from '../../kernels/random';
import { createTurns } from '../../kernels/turns';
import { failure } from '../../errors';
import {
  createDataset,
  historyOf,
  strangerWith,
  takeEvents,
  type Dataset,
  type History,
} from '../data/dataset';
import { createVocabulary } from '../data/vocabulary';
import type { Checkpoint } from '../models/checkpoint';
import { queryFor, toFeedback } from '../models/feedback';
import type { Model } from '../models/model';
import { withRecommender } from '../models/saved';
import { findModel } from '../models/registry';
import { startAll } from '../nn/optimizer';
import { isOfUsers, restore, snapshot, type HostTensor, type HostWeights } from '../nn/weights';

/** Passes over what is learned: it is little, and all in one batch. */
const passes = 10;
/**
 * The share of the model's own learning rate that steps are taken at. The moments begin anew, so
 * that each step moves every weight by about its rate, and at the whole of it a few are enough
 * to forget.
 */
const gentleness = 0.1;
/** Others, drawn anew each time, whose latest interactions are learned again beside. */
const others = 8;
/** So many of each at least: models of sequences learn from what came after what. */
const leastRehearsed = 2;
/** The id of the person, last of the users, whom no file can name. */
export const personId = '\0';

/** Someone whom a model has learned on from. */
export interface Tuned {
  readonly checkpoint: Checkpoint;
  /** Their row among the users: the last. */
  readonly user: number;
}

export interface TuningOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Lets others have their turn, again and again. */
  readonly turn?: () => Promise<void>;
}

/**
 * Learns on from what one person did, oldest first. They get a row in every table of users,
 * which begins as what folding in makes of them, or else as the mean user. As many of the latest
 * interactions of a few others are learned again, so that what was learned of all is not
 * forgotten: rehearsal, Robins (1995), https://doi.org/10.1080/09540099550039318
 * `community` is what the checkpoint was learned from. The checkpoint itself stays as it is.
 * @throws ConfigError, DivergenceError, and what `signal` was aborted for
 */
export async function fineTune(
  checkpoint: Checkpoint,
  own: History,
  community: Dataset,
  { seed, signal, turn = createTurns() }: TuningOptions,
): Promise<Tuned> {
  signal.throwIfAborted();
  const model = findModel(checkpoint.model);
  refuseUntunable(model);
  const random = createRandom(seed);
  const lesson = toFeedback(
    model,
    withRehearsal(community, own, random.fork(0)),
    checkpoint.config,
  );
  const weights = restore(addRow(checkpoint.weights, await foldedIn(checkpoint, own)));
  const state = { moments: startAll(weights), epoch: 1, batch: 0, step: 0, lossSum: 0 };
  const learningRate = gentleness * Number(checkpoint.config.learningRate);
  const config = { ...checkpoint.config, epochs: passes, learningRate };
  const resume = { weights, state };
  let learned: HostWeights | null = null;
  try {
    for await (const progress of model.fit(lesson, config, { random, signal, resume })) {
      if (progress.done === 1 && progress.epoch === passes)
        learned = await snapshot(progress.weights);
      await turn();
    }
  } finally {
    tf.dispose([weights, state.moments]);
  }
  signal.throwIfAborted(); // a fit that is stopped ends without a word
  const users = lesson.users.ids;
  return { checkpoint: { ...checkpoint, users, weights: learned! }, user: users.length - 1 };
}

function refuseUntunable(model: Model): void {
  if (model.fineTunes) return;
  throw failure(
    'ConfigError',
    `${model.title} cannot learn on from one person. It folds people in instead.`,
  );
}

/** The person's interactions, and as many of the latest of each of the others. */
function withRehearsal(community: Dataset, own: History, random: Random): Dataset {
  const person = community.users.size;
  const count = Math.max(leastRehearsed, own.items.length);
  const rehearsed = Array.from({ length: others }, () => random.below(person)).map((user) => {
    const history = historyOf(community, user);
    const length = history.items.length;
    const latest = Array.from(history.items.keys()).slice(Math.max(0, length - count));
    return { user, history: takeEvents(history, latest) };
  });
  return datasetOf(community, [...rehearsed, { user: person, history: own }]);
}

interface Part {
  readonly user: number;
  readonly history: History;
}

function datasetOf({ users, items, catalog }: Dataset, parts: readonly Part[]): Dataset {
  const flat = <T>(of: (part: Part) => ArrayLike<T>): T[] =>
    parts.flatMap((part) => Array.from(of(part)));
  const itemOf = Int32Array.from(flat(({ history }) => history.items));
  return createDataset(createVocabulary([...users.ids, personId], 'user'), items, catalog, {
    userOf: Int32Array.from(flat(({ user, history }) => history.items.map(() => user))),
    itemOf,
    values: Float32Array.from(flat(({ history }) => history.values)),
    timestamps: Float64Array.from(flat(({ history }) => history.timestamps)),
    rows: itemOf.map((_item, row) => row),
  });
}

/** What the model makes of the person before it learns from them. */
function foldedIn(checkpoint: Checkpoint, history: History): Promise<Float32Array> {
  return withRecommender(checkpoint, async (recommender) => {
    const { model, config } = recommender;
    const query = queryFor(model, strangerWith(history), config);
    const [folded] = await recommender.foldIn([query]);
    return folded;
  });
}

/** One more row in every table of users: `folded` where there is one table of its width, or the mean. */
function addRow(weights: HostWeights, folded: Float32Array): HostWeights {
  const names = Object.keys(weights).filter(isOfUsers);
  const append = ({ shape, values }: HostTensor): HostTensor => {
    const [rows, ...inner] = shape;
    const width = values.length / rows;
    const row = names.length === 1 && width === folded.length ? folded : meanRow(values, width);
    const longer = new Float32Array(values.length + width);
    longer.set(values);
    longer.set(row, values.length);
    return { shape: [rows + 1, ...inner], values: longer };
  };
  return Object.fromEntries(
    Object.entries(weights).map(([name, tensor]) => [
      name,
      isOfUsers(name) ? append(tensor) : tensor,
    ]),
  );
}

function meanRow(values: Float32Array, width: number): Float32Array {
  const mean = new Float32Array(width);
  const rows = values.length / width;
  values.forEach((value, place) => (mean[place % width] += value / rows));
  return mean;
}
