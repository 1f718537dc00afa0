import * as tf from '../../../kernels/tensor';
import { itemCounts } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { whole } from '../fields';
import { defineModel } from '../model';
import {
  explainNeighbours,
  findNeighbours,
  neighboursMemory,
  sumNeighbours,
  toWeights,
} from './neighbours';

/**
 * Where a random walk of three steps ends, from the person over what they chose and who
 * else chose that; popular items are made less of.
 */
export const rp3Beta = defineModel({
  name: 'rp3beta',
  title: 'Random walk (RP3β)',
  family: 'classical',
  source: 'Paudel et al. (2017), https://doi.org/10.1145/2955101',
  needs: [],
  fields: {
    alpha: {
      default: 0.7,
      min: 0,
      max: 2,
      label: 'Alpha',
      help: 'The power to which the probability of each step is raised.',
    },
    beta: {
      default: 0.6,
      min: 0,
      max: 2,
      label: 'Beta',
      help: 'How much popular items lose.',
    },
    neighbours: whole('Neighbours', 'From how many items a walk may come to each.', 100, 1, 1000),
  },

  memory: (dataset, { neighbours }) => neighboursMemory(dataset, neighbours),

  fit: (train, { alpha, beta, neighbours }) =>
    solveOnce(train.itemOf.length, async () => {
      const counts = itemCounts(train);
      const lengths = Float32Array.from(train.users.ids, (_id, user) => {
        return train.offsets[user + 1] - train.offsets[user];
      });
      const found = await findNeighbours(train, neighbours, {
        shares: lengths.map((length) => length ** -alpha),
        similarity: (sum, item, chosen) => sum / (counts[chosen] ** alpha * counts[item] ** beta),
      });
      return toWeights(found);
    }),

  foldIn: sumNeighbours,

  score: (_weights, users) => tf.clone(users),

  explain: explainNeighbours,
});
