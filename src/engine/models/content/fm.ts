import * as tf from '../../../kernels/tensor';
import { tripleBatches, type EventBatch } from '../../data/batches';
import { uniformNegatives } from '../../data/negatives';
import { sumUp } from '../../nn/factorization-machine';
import { distinct } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { knownOr } from '../../nn/fold-in';
import { crossEntropy, pointwiseLosses } from '../../nn/pointwise';
import { meanSquare } from '../../nn/weights';
import { defineModel } from '../model';
import { knowledgeOf, queryValues } from './knowledge';
import {
  chosenFirst,
  describeAll,
  describeBatch,
  describeItems,
  machineFields,
  meetPairs,
  pick,
  solveStrangers,
  startMachine,
} from './machine';

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
  newItems: 'features',
  fields: machineFields,

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
        const users = sumUp(describeBatch(weights, knowledge, batch, random));
        const { rows, places } = distinct(batch.items);
        const items = sumUp(describeItems(weights, knowledge, rows));
        const scores = meetPairs(users, pick(items, places), batch.size);
        const logits = tf.add(scores, weights.intercept);
        const targets = chosenFirst(logits.shape);
        const squares = tf.add(meanSquare(users.vectors), meanSquare(items.vectors));
        return tf.add(tf.mean(pointwiseLosses(logits, targets, crossEntropy)), tf.mul(squares, l2));
      },
    });
    return serving(fit, (weights) => {
      const { users, items, nobody } = describeAll(weights, train, knowledge);
      const half = sumUp(items);
      return {
        users: sumUp(users).vectors,
        unknown: sumUp(nobody).vectors,
        items: half.vectors,
        bias: half.bias,
      };
    });
  },

  foldIn(weights, queries) {
    const { users, items, unknown } = weights;
    return knownOr(users, queries, () => {
      const known = queryValues(weights, unknown, queries);
      return tf.add(solveStrangers(queries, items), known);
    });
  },

  factors: ({ items, bias }) => ({ items, bias }),
});
