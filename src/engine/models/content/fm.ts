import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { solveRidge } from '../../../kernels/linalg';
import { tripleBatches, type EventBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { uniformNegatives } from '../../data/negatives';
import { sumUp, type Half } from '../../nn/factorization-machine';
import { distinct } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { knownOr, said } from '../../nn/fold-in';
import { pointwiseLosses } from '../../nn/pointwise';
import { normalWeight, type Weights } from '../../nn/weights';
import { epochsField, learningRateField, whole } from '../fields';
import { defineModel } from '../model';
import {
  addValues,
  everyRow,
  knowledgeOf,
  ownOf,
  queryValues,
  startValues,
  valued,
  valuedAtRest,
  valuedUsers,
  dimHelp,
  type Knowledge,
} from './knowledge';

/**
 * Everything known of a user, an item and a moment, ids and features alike, has a vector;
 * the score is the sum of the products of any two of them. Without features, it is matrix
 * factorization with biases. What is of the user, and what is of the item, sums up to a
 * vector each, so that it is served like one.
 */
export const fm = defineModel({
  name: 'fm',
  title: 'Factorization machine (FM)',
  family: 'content',
  source: 'Rendle (2010), https://doi.org/10.1109/ICDM.2010.127',
  needs: [],
  fields: {
    dim: whole('Embedding size', dimHelp, 64, 2, 512),
    epochs: epochsField,
    batchSize: whole('Batch size', 'Interactions per step.', 2048, 1, 65536),
    learningRate: learningRateField(0.002),
    l2: {
      default: 0.0001,
      min: 0,
      max: 1,
      label: 'Regularization',
      help: 'Keeps the vectors small.',
    },
    negatives: whole('Negatives', 'Items not chosen to each that was, drawn anew.', 4, 1, 64),
  },

  // Weights with gradients and two moments, and the vectors of a batch.
  memory: ({ users, items }, { dim, batchSize, negatives }) =>
    16 * (dim + 1) * (users.size + items.size) + 16 * batchSize * (1 + negatives) * dim,

  fit(train, { dim, epochs, batchSize, learningRate, l2, negatives }, context) {
    const sampler = uniformNegatives(train);
    const knowledge = knowledgeOf(train);
    const fit = descend({
      ...context,
      start: (random) => startMachine(train, knowledge, dim, random),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => tripleBatches(train, batchSize, sampler, random, negatives),
      loss(weights, batch: EventBatch, random) {
        const own = tf.lookup(weights['users.own'], batch.users);
        const users = sumUp(own, valuedUsers(weights, knowledge, batch, random));
        const { rows, places } = distinct(batch.items);
        const items = itemHalf(weights, knowledge, rows);
        const scores = meet(users, pick(items, places), batch.size);
        const logits = tf.add(scores, weights.intercept);
        const targets = chosenFirst(logits.shape[0]!, batch.size);
        const squares = tf.add(meanSquare(users.vectors), meanSquare(items.vectors));
        return tf.add(tf.mean(pointwiseLosses(logits, targets, crossEntropy)), tf.mul(squares, l2));
      },
    });
    return serving(fit, (weights) => serve(weights, train, knowledge));
  },

  foldIn(weights, queries) {
    const { users, items, unknown } = weights;
    return knownOr(users, queries, () => {
      // Items of length 1 on average, so that it is known what holds the solution back.
      const length = tf.rsqrt(meanSquare(items));
      const factors = tf.mul(items, length);
      const own = solveRidge({ factors, targets: said(queries), ...ridge });
      const known = queryValues(weights, unknown, queries);
      return tf.add(tf.mul(own, tf.mul(length, likedScore)), tf.slice(known, [0, 0], own.shape));
    });
  },

  factors: ({ items, bias }) => ({ items, bias }),
});

/** What a stranger's vector should give the items they like, and how it is held back. */
const likedScore = 8;
const ridge = { unobserved: 0.1, l2: 4 };

/** Of the numbers that vectors start with. */
const deviation = 0.1;

function startMachine(
  { users, items }: Dataset,
  knowledge: Knowledge,
  dim: number,
  random: Random,
): Weights {
  return {
    'users.own': normalWeight([users.size, dim + 1], deviation, random),
    'items.own': normalWeight([items.size + 1, dim + 1], deviation, random),
    ...startValues(knowledge, dim + 1, random),
    intercept: tf.zeros([1]),
  };
}

/** The two halves of all users and items, that serving need not sum up again. */
function serve(weights: Weights, { users, items }: Dataset, knowledge: Knowledge) {
  const people = valuedAtRest(weights, knowledge, everyRow(users.size));
  const nobody = valuedAtRest(weights, knowledge, Int32Array.of(-1));
  const half = itemHalf(weights, knowledge, everyRow(items.size));
  return {
    users: sumUp(weights['users.own'], people).vectors,
    unknown: addValues(tf.zeros([1, weights['items.own'].shape[1]!]), nobody),
    items: half.vectors,
    bias: half.bias,
  };
}

function itemHalf(weights: Weights, knowledge: Knowledge, rows: Int32Array): Half {
  const own = ownOf(weights['items.own'], knowledge, rows);
  return sumUp(own, valued(weights, knowledge, 'items', rows));
}

/** The rows of a half that are at `places`. */
function pick({ vectors, bias }: Half, places: Int32Array): Half {
  return { vectors: tf.lookup(vectors, places), bias: tf.lookup(bias, places) };
}

/** Scores of `users` `[size]` with items `[rounds · size]`, round by round: `[rounds, size]` */
function meet(users: Half, items: Half, size: number): tf.Tensor {
  const rounds = tf.reshape(items.vectors, [-1, ...users.vectors.shape]);
  const products = tf.sum(tf.mul(rounds, users.vectors), 2);
  return tf.add(tf.add(products, tf.reshape(items.bias, [-1, size])), users.bias);
}

/** 1 in the first of so many rounds, and 0 in the others: `[rounds, size]` */
function chosenFirst(rounds: number, size: number): tf.Tensor {
  return tf.tensor2d(new Float32Array(rounds * size).fill(1, 0, size), [rounds, size]);
}

const crossEntropy = { loss: 'bce', link: 'identity' };

/** The mean of the squared lengths of `vectors` `[rows, dim]`. */
function meanSquare(vectors: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sum(tf.square(vectors), 1));
}
