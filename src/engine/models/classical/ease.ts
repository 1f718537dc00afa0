import * as tf from '../../../kernels/tensor';
import { invertSymmetric } from '../../../kernels/linalg';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { historyOf, type Dataset } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { said } from '../../nn/fold-in';
import { defineModel } from '../model';

/**
 * Each item as a weighted sum of the others, in closed form. Time is cubic, memory
 * quadratic, in the number of items.
 */
export const ease = defineModel({
  name: 'ease',
  title: 'EASE',
  family: 'classical',
  source: 'Steck (2019), https://arxiv.org/abs/1905.03375',
  needs: [],
  fields: {
    l2: {
      default: 250,
      min: 0.1,
      max: 100000,
      label: 'Regularization',
      help: 'Higher trusts frequent pairs more. Good values grow with the number of users.',
    },
  },

  memory: ({ items }) => 3 * 4 * items.size ** 2,

  fit: (train, { l2 }) =>
    solveOnce(train.itemOf.length, async () => {
      const n = train.items.size;
      const matrix = coOccurrences(train, l2);
      await invertSymmetric(matrix, n);
      return { itemItem: tf.tensor2d(weightsOf(matrix, n), [n, n]) };
    }),

  foldIn: ({ itemItem }, queries) => sparseProduct(said(queries), itemItem),

  score: (_weights, users) => tf.clone(users),
});

/** How many users chose both of two items, plus `l2` on the diagonal: the upper triangle of `[items · items]`. */
function coOccurrences(train: Dataset, l2: number): Float32Array {
  const n = train.items.size;
  const counts = new Float32Array(n * n);
  for (let user = 0; user < train.users.size; user++) {
    const items = historyOf(train, user).items.slice().sort();
    for (let a = 0; a < items.length; a++) {
      const row = items[a] * n;
      for (let b = a; b < items.length; b++) counts[row + items[b]]++;
    }
  }
  for (let item = 0; item < n; item++) counts[item * n + item] += l2;
  return counts;
}

/** `-P / diag(P)` by columns, with zeros on the diagonal, from the upper triangle of `P`: eq. 8 of the paper. */
function weightsOf(inverse: Float32Array, n: number): Float32Array {
  const weights = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = -inverse[i * n + j];
      weights[i * n + j] = value / inverse[j * n + j];
      weights[j * n + i] = value / inverse[i * n + i];
    }
  }
  return weights;
}
