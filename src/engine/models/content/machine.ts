import type { Random } from '../../../kernels/random';
import { solveRidge } from '../../../kernels/linalg';
import * as tf from '../../../kernels/tensor';
import type { EventBatch } from '../../data/batches';
import type { Dataset, Query } from '../../data/dataset';
import { said } from '../../nn/fold-in';
import type { Half, Known } from '../../nn/factorization-machine';
import { glorotWeight, meanSquare, type Weights } from '../../nn/weights';
import { batchField, epochsField, l2Field, learningRateField, whole } from '../fields';
import type { Fields } from '../model';
import {
  dimHelp,
  everyRow,
  ownOf,
  startValues,
  valued,
  valuedAtRest,
  valuedUsers,
  type Knowledge,
  type ValuedKind,
} from './knowledge';

/** The fields that all models around a factorization machine share. */
export const machineFields = {
  dim: whole('Embedding size', dimHelp, 64, 2, 512),
  epochs: epochsField,
  batchSize: batchField(2048),
  learningRate: learningRateField(0.002),
  l2: l2Field(0.0001),
  negatives: whole('Negatives', 'Items not chosen to each that was, drawn anew.', 4, 1, 64),
} as const satisfies Fields;

/** Vectors with a weight behind them, of all ids and of all values of features. */
export function startMachine(
  { users, items }: Dataset,
  knowledge: Knowledge,
  dim: number,
  random: Random,
): Weights {
  return {
    'users.own': glorotWeight(users.size, dim + 1, random),
    'items.own': glorotWeight(items.size + 1, dim + 1, random),
    ...startValues(knowledge, dim + 1, random),
    intercept: tf.zeros([1]),
  };
}

/** What is known of some users or items, and of what kind. */
export interface Described extends Known {
  readonly features: readonly ValuedKind[];
}

/** The users of a batch in their moments. */
export function describeBatch(
  weights: Weights,
  knowledge: Knowledge,
  batch: EventBatch,
  random: Random,
): Described {
  const own = tf.lookup(weights['users.own'], batch.users);
  return { own, features: valuedUsers(weights, knowledge, batch, random) };
}

/** The items `rows`. */
export function describeItems(weights: Weights, knowledge: Knowledge, rows: Int32Array): Described {
  const own = ownOf(weights['items.own'], knowledge, rows);
  return { own, features: valued(weights, knowledge, 'items', rows) };
}

/** All users at no known moment, all items, and a typical user of whom nothing is known. */
export function describeAll(weights: Weights, { users, items }: Dataset, knowledge: Knowledge) {
  const own = weights['users.own'];
  return {
    users: { own, features: valuedAtRest(weights, knowledge, everyRow(users.size)) },
    items: describeItems(weights, knowledge, everyRow(items.size)),
    nobody: {
      own: tf.mean(own, 0, true),
      features: valuedAtRest(weights, knowledge, Int32Array.of(-1)),
    },
  };
}

/** The rows of a half that are at `places`. */
export function pick({ vectors, bias }: Half, places: Int32Array): Half {
  return { vectors: tf.lookup(vectors, places), bias: tf.lookup(bias, places) };
}

/** Scores of `users` `[size]` with items `[rounds · size]`, round by round: `[rounds, size]` */
export function meetPairs(users: Half, items: Half, size: number): tf.Tensor {
  const rounds = tf.reshape(items.vectors, [-1, ...users.vectors.shape]);
  const products = tf.sum(tf.mul(rounds, users.vectors), 2);
  return tf.add(tf.add(products, tf.reshape(items.bias, [-1, size])), users.bias);
}

/** 1 in the first of so many rounds, and 0 in the others: `[rounds, size]` */
export function chosenFirst([rounds, size]: readonly number[]): tf.Tensor {
  return tf.tensor2d(new Float32Array(rounds * size).fill(1, 0, size), [rounds, size]);
}

/** What the vectors of strangers should give the items they like, and what holds them back. */
const likedScore = 8;
const ridge = { unobserved: 0.1, l2: 2 };

/**
 * The vectors that would have explained histories best, `[queries, dim]`, where the scores are
 * their products with `factors` `[items, dim]`. These are solved for at a length of 1 on
 * average, so that it is known how much holds the solution back.
 */
export function solveStrangers(queries: readonly Query[], factors: tf.Tensor): tf.Tensor {
  const scale = tf.rsqrt(meanSquare(factors));
  const targets = said(queries);
  const solved = solveRidge({ factors: tf.mul(factors, scale), targets, ...ridge });
  return tf.mul(solved, tf.mul(scale, likedScore));
}
