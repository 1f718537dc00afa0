import * as tf from '../../../kernels/tensor';
import { invertSymmetric } from '../../../kernels/linalg';
import { toSparse } from '../../../kernels/sparse';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { historyOf, type Dataset, type Query } from '../../data/dataset';
import { addedAlone } from '../../nn/explain';
import { solveOnce } from '../../nn/fit';
import { said, saidByItem } from '../../nn/fold-in';
import { sparseOf, sparseWeights } from '../../nn/sparse-weights';
import type { Weights } from '../../nn/weights';
import { defineModel } from '../model';
import { localMemory, solveLocally } from './local-ease';

/**
 * Each item as a weighted sum of the others, in closed form. Time is cubic, memory
 * quadratic, in the number of items; where that would take more than 1 GiB, each item is
 * a sum of its 100 nearest neighbours alone (see `solveLocally`).
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

  memory: (dataset) => (isExact(dataset) ? denseMemory(dataset) : localMemory(dataset, neighbours)),

  fit: (train, { l2 }) =>
    solveOnce(train.itemOf.length, () =>
      isExact(train) ? solveDensely(train, l2) : solveSparsely(train, l2),
    ),

  foldIn: sumWeights,

  score: (_weights, users) => tf.clone(users),

  explain: (weights, stranger, item) =>
    addedAlone(stranger, item, (queries) => sumWeights(weights, queries)),
});

/** What the items of each query say of all, by their weights, summed: `[queries, items]` */
function sumWeights(weights: Weights, queries: readonly Query[]): tf.Tensor {
  if (weights.itemItem) return sparseProduct(said(queries), weights.itemItem);
  const local = sparseOf(weights, 'local');
  return tf.transpose(sparseProduct(local, saidByItem(queries, local.rows)));
}

/** How many items explain one, where the catalogue is too large for all. */
const neighbours = 100;
/** Bytes for an item–item matrix and what its inversion takes. */
const mostBytes = 2 ** 30;

const denseMemory = ({ items }: Dataset): number => 3 * 4 * items.size ** 2;

/** Whether the exact solution fits into memory: elsewhere it is the sparse one. */
export const isExact = (dataset: Dataset): boolean => denseMemory(dataset) <= mostBytes;

async function solveDensely(train: Dataset, l2: number): Promise<Weights> {
  const n = train.items.size;
  const matrix = coOccurrences(train, l2);
  await invertSymmetric(matrix, n);
  return { itemItem: tf.tensor2d(weightsOf(matrix, n), [n, n]) };
}

async function solveSparsely(train: Dataset, l2: number): Promise<Weights> {
  const { lists, weights } = await solveLocally(train, l2, neighbours);
  return tf.tidy(() => sparseWeights('local', toSparse(lists, weights)));
}

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
