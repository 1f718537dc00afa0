import * as tf from '../../../kernels/tensor';
import { topK } from '../../../kernels/score-topk/best';
import { sparseSparseProduct } from '../../../kernels/sparse-sparse-product/sparse-sparse-product';
import { historyOf, itemCounts, type Dataset } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { said } from '../../nn/fold-in';
import { defineModel } from '../model';

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
    neighbours: {
      default: 100,
      min: 1,
      max: 1000,
      whole: true,
      label: 'Neighbours',
      help: 'How many similar items each item keeps.',
    },
    shrinkage: {
      default: 20,
      min: 0,
      max: 1000,
      label: 'Shrinkage',
      help: 'Doubt about similarities that few users support.',
    },
  },

  memory: ({ items }, { neighbours }) => 4 * 8 * items.size * Math.min(neighbours, items.size),

  fit: (train, { neighbours, shrinkage }) =>
    solveOnce(train.itemOf.length, () => nearest(train, neighbours, shrinkage)),

  foldIn: ({ neighbours, similarities }, queries) =>
    sparseSparseProduct(
      said(queries),
      { columns: neighbours, weights: similarities },
      neighbours.shape[0],
    ),

  score: (_weights, users) => tf.clone(users),
});

/** `neighbours` and `similarities`, both `[items, kept]`; slots without a neighbour have similarity 0. */
function nearest(train: Dataset, neighbours: number, shrinkage: number) {
  const n = train.items.size;
  const kept = Math.min(neighbours, n);
  const counts = itemCounts(train);
  const usersOf = usersByItem(train, counts);
  const indices = new Float32Array(n * kept);
  const similarities = new Float32Array(n * kept);
  for (let item = 0; item < n; item++) {
    const row = new Float32Array(n);
    for (const user of usersOf[item])
      for (const other of historyOf(train, user).items) row[other]++;
    row.forEach((together, other) => {
      const cosine = together / (Math.sqrt(counts[item] * counts[other]) + shrinkage);
      row[other] = together > 0 && other !== item ? cosine : -Infinity;
    });
    topK(row, kept).forEach((other, rank) => {
      indices[item * kept + rank] = other;
      similarities[item * kept + rank] = row[other];
    });
  }
  return {
    neighbours: tf.tensor2d(indices, [n, kept]),
    similarities: tf.tensor2d(similarities, [n, kept]),
  };
}

function usersByItem(train: Dataset, counts: Float32Array): readonly Int32Array[] {
  const users = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(counts.length);
  train.itemOf.forEach((item, event) => (users[item][filled[item]++] = train.userOf[event]));
  return users;
}
