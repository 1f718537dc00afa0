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
  votes,
} from './neighbours';

/**
 * What is like the things one chose: each item keeps its nearest neighbours by
 * cosine, shrunk where few users support it.
 */
export const itemKnn = defineModel({
  name: 'item-knn',
  title: 'Item neighbours (ItemKNN)',
  family: 'classical',
  source: 'Sarwar et al. (2001), https://doi.org/10.1145/371920.372071',
  needs: [],
  fields: {
    neighbours: whole('Neighbours', 'How many similar items each item keeps.', 50, 1, 1000),
    shrinkage: {
      default: 20,
      min: 0,
      max: 1000,
      label: 'Shrinkage',
      help: 'Doubt about similarities that few users support.',
    },
  },

  memory: (dataset, { neighbours }) => neighboursMemory(dataset, neighbours),

  fit: (train, { neighbours, shrinkage }) =>
    solveOnce(train.itemOf.length, async () => {
      const norms = itemCounts(train).map(Math.sqrt);
      const found = await findNeighbours(train, neighbours, {
        shares: votes(train),
        similarity: (sum, item, other) => sum / (norms[item] * norms[other] + shrinkage),
      });
      return toWeights(found);
    }),

  foldIn: sumNeighbours,

  score: (_weights, users) => tf.clone(users),

  explain: explainNeighbours,
});
