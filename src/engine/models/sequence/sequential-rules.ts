import * as tf from '../../../kernels/tensor';
import { itemCounts, type Dataset, type Query } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import {
  explainNeighbours,
  keepNearest,
  neighboursMemory,
  sumByItem,
  sumNeighbours,
  toWeights,
  type Visit,
} from '../classical/neighbours';
import { whole } from '../fields';
import { defineModel } from '../model';

/**
 * What followed on the newest things one chose, and how closely: counted, without any training.
 * Unlike the paper it reads more than the newest event, each for less the older it is.
 */
export const sequentialRules = defineModel({
  name: 'sequential-rules',
  title: 'Sequential rules (SR)',
  family: 'sequence',
  source: 'Ludewig & Jannach (2018), https://arxiv.org/abs/1803.09587',
  needs: ['timestamps'],
  fields: {
    reach: whole('Reach', 'How many steps after an item another still follows on it.', 20, 1, 100),
    length: whole('History length', 'How many of the newest items are read.', 50, 1, 500),
    beta: {
      default: 0.15,
      min: 0,
      max: 2,
      label: 'Beta',
      help: 'How much popular items lose.',
    },
    neighbours: whole('Rules', 'On how many items each may follow.', 500, 1, 5000),
  },

  memory: (dataset, { neighbours }) => neighboursMemory(dataset, neighbours),

  fit: (train, { reach, beta, neighbours }) =>
    solveOnce(train.itemOf.length, async () => {
      const counts = itemCounts(train);
      const found = await keepNearest(train.items.size, neighbours, {
        forEachItem: (visit) => forEachFollower(train, reach, visit),
        similarity: (sum, item, before) => sum / (counts[before] * counts[item] ** beta),
      });
      return toWeights(found);
    }),

  foldIn: (weights, queries, { length }) =>
    sumNeighbours(
      weights,
      queries.map((query) => saidLately(query, length)),
    ),

  score: (_weights, users) => tf.clone(users),

  explain: (weights, stranger, item, { length }) =>
    explainNeighbours(weights, saidLately(stranger, length), item),
});

/** Shows each item with how closely it followed on the others, `1 / steps` each time. */
function forEachFollower(train: Dataset, reach: number, visit: Visit): Promise<void> {
  return sumByItem(train, visit, (sums, user, event) => {
    const oldest = Math.max(train.offsets[user], event - reach);
    for (let before = oldest; before < event; before++) {
      sums[train.itemOf[before]] += 1 / (event - before);
    }
  });
}

/** A query whose events say less the older they are, and nothing once `length` are newer. */
function saidLately(query: Query, length: number): Query {
  const { history } = query;
  const values = history.values.map((value, event) => {
    const age = history.values.length - event;
    return age > length ? 0 : value / age;
  });
  return { ...query, history: { ...history, values } };
}
