import { sampledSoftmax, type Candidates } from '../../../kernels/sampled-softmax/sampled-softmax';
import { joined } from '../../../kernels/lists';
import { toSparse, toSparsePair } from '../../../kernels/sparse';
import { propagate, sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Random } from '../../../kernels/random';
import { eventBatches, type EventBatch } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { sharedNegatives } from '../../data/negatives';
import { distinctInRoom } from '../../nn/feature-rows';
import { descend, serving } from '../../nn/fit';
import { awayFromDisliked, knownOr } from '../../nn/fold-in';
import { normalWeight, type Weights } from '../../nn/weights';
import { defineModel, type Config } from '../model';
import { historiesBeside, likedLists, rootShares } from './histories';
import {
  addValues,
  describedItems,
  everyRow,
  knowledgeOf,
  queryValues,
  startValues,
  valuedAtRest,
  valuedUsers,
  type Knowledge,
} from './knowledge';
import { climb, startTower } from './tower';
import { twoTowerFields, twoTowerMemory } from './two-tower-fields';

/**
 * One tower reads the user: their id, what is known of them and of the moment, and what they
 * chose besides. The other reads the item: its id and its features. The score is the product
 * of what both give, learned by a softmax over items sampled by popularity, corrected for
 * that. The id is hidden half of the time, so that the rest will do for strangers.
 */
export const twoTower = defineModel({
  name: 'two-tower',
  title: 'Two towers',
  family: 'content',
  source:
    'Covington et al. (2016), https://doi.org/10.1145/2959100.2959190; ' +
    'Yi et al. (2019), https://doi.org/10.1145/3298689.3346996',
  needs: [],
  newItems: 'features',
  fields: twoTowerFields,

  memory: twoTowerMemory,

  fit(train, config, context) {
    const { epochs, batchSize, learningRate } = config;
    const knowledge = knowledgeOf(train);
    const negatives = sharedNegatives(train);
    const fit = descend({
      ...context,
      start: (random) => startTowers(train, knowledge, config, random),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => eventBatches(train, batchSize, random),
      loss(weights, batch: EventBatch, random) {
        const dropout = { rate: config.dropout, random };
        const users = readUsers(weights, train, knowledge, batch, config, random);
        const drawn = negatives.draw(config.negatives, random.bits());
        const { rows, places } = distinctInRoom(joined(batch.items, drawn));
        const items = describedItems(weights, knowledge, rows);
        const vectors = climb(weights, 'item', items, dropout);
        const bias = tf.lookup(weights.bias, rows);
        const candidates = (of: Int32Array, at: Int32Array): Candidates => ({
          items: of,
          rows: tf.lookup(vectors, at),
          bias: tf.lookup(bias, at),
          logProbabilities: negatives.logProbabilities(of),
        });
        return sampledSoftmax(
          climb(weights, 'user', users, dropout),
          candidates(batch.items, places.subarray(0, batch.size)),
          candidates(drawn, places.subarray(batch.size)),
          new Float32Array(batch.size).fill(1 / batch.size),
        );
      },
    });
    return serving(fit, (weights) => serve(weights, train, knowledge));
  },

  foldIn(weights, queries, { length }) {
    const { users, anyone, unknown, heard, items } = weights;
    const liked = likedLists(queries, length);
    const history = sparseProduct(toSparse(liked, rootShares(liked)), heard);
    const who = knownOr(users, queries, () =>
      tf.add(queryValues(weights, unknown, queries), anyone),
    );
    return awayFromDisliked(climb(weights, 'user', tf.add(who, history), null), queries, items);
  },

  factors: ({ items, bias }) => ({ items, bias }),
});

type Settings = Config<typeof twoTowerFields>;

/** How often the id of a user is hidden. */
const hiddenIds = 0.5;

function startTowers(
  { users, items }: Dataset,
  knowledge: Knowledge,
  { dim, layers }: Settings,
  random: Random,
): Weights {
  const vectors = (rows: number): tf.Tensor => normalWeight([rows, dim], 0.1, random);
  return {
    'users.own': vectors(users.size),
    anyone: tf.zeros([1, dim]),
    heard: vectors(items.size),
    'items.own': vectors(items.size + 1),
    bias: tf.zeros([items.size]),
    ...startValues(knowledge, dim, random),
    ...startTower('user', dim, layers, random),
    ...startTower('item', dim, layers, random),
  };
}

/** What the tower of users is given for a batch: `[size, dim]` */
function readUsers(
  weights: Weights,
  train: Dataset,
  knowledge: Knowledge,
  batch: EventBatch,
  { length }: Settings,
  random: Random,
): tf.Tensor {
  const isHidden = Array.from(batch.users, () => Number(random.uniform() < hiddenIds));
  const hidden = tf.tensor2d(isHidden, [batch.size, 1]);
  const own = tf.lookup(weights['users.own'], batch.users);
  const ids = tf.add(tf.mul(tf.sub(1, hidden), own), tf.mul(hidden, weights.anyone));
  const beside = historiesBeside(train, batch.events, length);
  const shares = toSparsePair(beside, rootShares(beside), train.items.size);
  const history = propagate(shares, weights.heard);
  return addValues(tf.add(ids, history), valuedUsers(weights, knowledge, batch, random));
}

/** What serving needs beside the weights: what all users give their tower, and what the other makes of items. */
function serve(weights: Weights, { users, items }: Dataset, knowledge: Knowledge) {
  const nobody = valuedAtRest(weights, knowledge, Int32Array.of(-1));
  const people = valuedAtRest(weights, knowledge, everyRow(users.size));
  return {
    users: addValues(weights['users.own'], people),
    unknown: addValues(tf.zerosLike(weights.anyone), nobody),
    items: climb(weights, 'item', describedItems(weights, knowledge, everyRow(items.size)), null),
  };
}
