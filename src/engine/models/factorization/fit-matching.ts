import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { tripleBatches, type TripleBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { uniformNegatives } from '../../data/negatives';
import { descend } from '../../nn/fit';
import { pointwiseLosses } from '../../nn/pointwise';
import { glorotWeight, type Weights } from '../../nn/weights';
import type { Config, FitContext } from '../model';
import { meanOf, sumOf, type Match, type Tables } from './match';
import type { matchingFields } from './matching-fields';

export type MatchingConfig = Config<ReturnType<typeof matchingFields>>;

/** Vectors of all users and items. */
export function startTables(
  { users, items }: Dataset,
  dim: number,
  tables: Tables,
  random: Random,
): Weights {
  return {
    [tables.users]: glorotWeight(users.size, dim, random),
    [tables.items]: glorotWeight(items.size, dim, random),
  };
}

/** Matches that score together: their mean is the score. */
export interface Matching {
  readonly matches: readonly Match[];
  start(random: Random): Weights;
  /** Epochs in which each match learns to score by itself, before they score together. */
  readonly apart: number;
}

/** Learns to tell what users chose from what they did not. */
export function fitMatching(
  train: Dataset,
  config: MatchingConfig,
  context: FitContext,
  { matches, start, apart }: Matching,
) {
  const { epochs, batchSize, learningRate, l2, negatives } = config;
  const sampler = uniformNegatives(train);
  const batchesPerEpoch = Math.ceil(train.itemOf.length / batchSize);
  return descend({
    ...context,
    start,
    epochs,
    learningRate,
    batchesPerEpoch,
    batches: (random) => tripleBatches(train, batchSize, sampler, random, negatives),
    loss(weights, batch: TripleBatch, _random, step) {
      const met = matches.map((match) => meet(match, weights, batch));
      const scores = met.map((one) => one.scores);
      const scored = step <= apart * batchesPerEpoch ? scores : [meanOf(scores)];
      const targets = tf.tensor1d(new Float32Array(batch.items.length).fill(1, 0, batch.size));
      const errors = scored.map((ones) => tf.mean(pointwiseLosses(ones, targets, config)));
      const squares = l2 === 0 ? [] : met.map(({ vectors }) => tf.mul(squaresOf(vectors), l2));
      return sumOf([...errors, ...squares]);
    },
  });
}

/** The vectors of a batch, and the scores of its items, `[items]`. */
function meet(match: Match, weights: Weights, { size, users, items }: TripleBatch) {
  const p = tf.lookup(weights[match.users], users);
  const q = tf.lookup(weights[match.items], items);
  const rounds = tf.reshape(match.readItems(weights, q), [items.length / size, size, -1]);
  const scores = match.meet(weights, match.readUsers(weights, p), rounds);
  return { vectors: [p, q], scores: tf.reshape(scores, [-1]) };
}

/** The mean of the vectors' squares, `[rows, dim]` each, summed. */
function squaresOf(vectors: readonly tf.Tensor[]): tf.Tensor {
  return sumOf(vectors.map((rows) => tf.div(tf.sum(tf.square(rows)), rows.shape[0])));
}

/** Bytes of the tables with two moments, and of the states of a batch, for so many matches. */
export function matchingMemory(
  { users, items }: Dataset,
  { dim, batchSize, negatives }: MatchingConfig,
  matches: number,
): number {
  const tables = 3 * (users.size + items.size) * dim;
  const states = 4 * batchSize * (2 + negatives) * dim;
  return 4 * matches * (tables + states);
}
