import { propagate } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import { tripleBatches, type EventBatch } from '../../data/batches';
import { uniformNegatives } from '../../data/negatives';
import { takeColumns } from '../../nn/columns';
import { sumUp } from '../../nn/factorization-machine';
import { distinct } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { knownOr, scoreByFactors } from '../../nn/fold-in';
import { crossEntropy, pointwiseLosses } from '../../nn/pointwise';
import { meanSquare, type Weights } from '../../nn/weights';
import { startTower, towerMatch, type Match } from '../factorization/match';
import { towerFields } from '../factorization/matching-fields';
import { scoreMatching } from '../factorization/score-matching';
import { defineModel } from '../model';
import { layeredValues, startLayers } from './deep-values';
import { knowledgeOf, queryValues, type Knowledge } from './knowledge';
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
  type Described,
} from './machine';

/** The network, which meets what its lowest layer has made of a user and of an item. */
const network: Match = {
  ...towerMatch({ users: 'users', items: 'items.layer' }),
  readUsers: (_weights, states) => states,
  readItems: (_weights, states) => states,
};

/**
 * A factorization machine and, on the same vectors, a network that reads all of them side by
 * side; their scores are added. The lowest layer is linear in each vector, so that it is worked
 * out once for each user and for each item.
 */
export const deepFm = defineModel({
  name: 'deepfm',
  title: 'DeepFM',
  family: 'content',
  source: 'Guo et al. (2017), https://arxiv.org/abs/1703.04247',
  needs: [],
  newItems: 'features',
  fields: { ...machineFields, ...towerFields },

  // Weights with gradients and two moments, and the vectors and states of a batch.
  memory: ({ users, items }, { dim, width, batchSize, negatives }) =>
    16 * (dim + 1) * (users.size + items.size) +
    16 * batchSize * (1 + negatives) * (dim + 2 * width),

  fit(train, config, context) {
    const { dim, width, epochs, batchSize, learningRate, l2, negatives } = config;
    const sampler = uniformNegatives(train);
    const knowledge = knowledgeOf(train);
    const fit = descend({
      ...context,
      start: (random) => ({
        ...startMachine(train, knowledge, dim, random),
        ...startTower(dim, config, random),
        ...startLayers(knowledge, dim, width, random),
      }),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => tripleBatches(train, batchSize, sampler, random, negatives),
      loss(weights, batch: EventBatch, random) {
        const { rows, places } = distinct(batch.items);
        const user = describeBatch(weights, knowledge, batch, random);
        const item = describeItems(weights, knowledge, rows);
        const [users, items] = [sumUp(user), sumUp(item)];
        const products = meetPairs(users, pick(items, places), batch.size);
        const states = tf.lookup(readItem(weights, knowledge, item), places);
        const rounds = tf.reshape(states, [-1, batch.size, width]);
        const deep = network.meet(weights, readUser(weights, knowledge, user), rounds);
        const logits = tf.add(tf.add(products, deep), weights.intercept);
        const errors = pointwiseLosses(logits, chosenFirst(logits.shape), crossEntropy);
        const squares = tf.add(meanSquare(users.vectors), meanSquare(items.vectors));
        return tf.add(tf.mean(errors), tf.mul(squares, l2));
      },
    });
    return serving(fit, (weights) => {
      const { users, items, nobody } = describeAll(weights, train, knowledge);
      const half = sumUp(items);
      const unknown = sumUp(nobody).vectors;
      return {
        users: tf.concat([sumUp(users).vectors, readUser(weights, knowledge, users)], 1),
        'unknown.machine': unknown,
        'unknown.layer': readUser(weights, knowledge, nobody),
        items: half.vectors,
        bias: half.bias,
        'items.layer': readItem(weights, knowledge, items),
        ...servedLayers(weights, knowledge),
      };
    });
  },

  // Strangers get the vector that suits the machine, which the network reads as well.
  foldIn(weights, queries) {
    const { items, userLayer, layerBias } = weights;
    return knownOr(weights.users, queries, () => {
      const own = solveStrangers(queries, items);
      const known = queryValues(weights, weights['unknown.machine'], queries);
      const bare = tf.sub(weights['unknown.layer'], layerBias);
      const layered = tf.add(queryValues(weights, bare, queries, 'layered'), layerBias);
      const read = tf.add(tf.matMul(own, userLayer), layered);
      return tf.concat([tf.add(own, known), read], 1);
    });
  },

  score(weights, users, { dim, width }) {
    const [vectors, states] = tf.split(users, [dim, width], 1);
    const { items, bias } = weights;
    return tf.add(
      scoreByFactors({ items, bias }, vectors),
      scoreMatching([network], weights, states),
    );
  },

  // Products are so cheap that all are worked out; the network meets `some` alone.
  scoreSome(weights, users, some, { dim, width }) {
    const [vectors, states] = tf.split(users, [dim, width], 1);
    const { items, bias } = weights;
    return tf.add(
      takeColumns(scoreByFactors({ items, bias }, vectors), some),
      scoreMatching([network], weights, states, some),
    );
  },
});

/** What the lowest layer makes of users: `[rows, width]` */
function readUser(weights: Weights, knowledge: Knowledge, users: Described): tf.Tensor {
  return tf.add(readSide(weights, knowledge, weights.userLayer, users), weights.layerBias);
}

/** … and of items. */
function readItem(weights: Weights, knowledge: Knowledge, items: Described): tf.Tensor {
  return readSide(weights, knowledge, weights.itemLayer, items);
}

function readSide(
  weights: Weights,
  knowledge: Knowledge,
  layer: tf.Tensor,
  { own, features }: Described,
): tf.Tensor {
  const vectors = tf.slice(own, [0, 0], [-1, layer.shape[0]!]);
  return features.reduce(
    (sum, { kind, rows }) =>
      tf.add(sum, propagate(rows.shares, layeredValues(weights, knowledge, kind))),
    tf.matMul(vectors, layer),
  );
}

/** What the lowest layer makes of the values that strangers may come with. */
function servedLayers(weights: Weights, knowledge: Knowledge): Weights {
  const kinds = (['people', 'moments'] as const).filter((kind) => knowledge[kind].size > 0);
  return Object.fromEntries(
    kinds.map((kind) => [`layered.${kind}`, layeredValues(weights, knowledge, kind)]),
  );
}
