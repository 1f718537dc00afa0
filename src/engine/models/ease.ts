import * as tf from '../../kernels/tensor';
import { invertSymmetric } from '../../kernels/linalg';
import { historyOf, type Dataset } from '../data/dataset';
import { solveOnce } from '../nn/fit';
import { multiHot } from '../nn/fold-in';
import { defineModel } from './model';

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

  memory: ({ items }) => 2 * 4 * items.size ** 2,

  fit: (train, { l2 }) =>
    solveOnce(train.itemOf.length, async () => {
      const gram = coOccurrences(train, l2);
      const inverse = await invertSymmetric(gram);
      const itemItem = tf.tidy(() => withoutSelf(inverse));
      tf.dispose([gram, inverse]);
      return { itemItem };
    }),

  foldIn: ({ itemItem }, queries) => multiHot(queries, itemItem.shape[0]),

  score: ({ itemItem }, users) => tf.matMul(users, itemItem),
});

/** How many users chose both of two items, plus `l2` on the diagonal: `[items, items]` */
function coOccurrences(train: Dataset, l2: number): tf.Tensor {
  const n = train.items.size;
  const counts = new Float32Array(n * n);
  for (let user = 0; user < train.users.size; user++) {
    const { items } = historyOf(train, user);
    for (const a of items) for (const b of items) counts[a * n + b]++;
  }
  for (let item = 0; item < n; item++) counts[item * n + item] += l2;
  return tf.tensor2d(counts, [n, n]);
}

/** `-P / diag(P)` by columns, with zeros on the diagonal: eq. 8 of the paper. */
function withoutSelf(inverse: tf.Tensor): tf.Tensor {
  const [n]: number[] = inverse.shape;
  const identity = tf.eye(n);
  const diagonal = tf.sum(tf.mul(inverse, identity), 0); // [items]
  return tf.add(tf.neg(tf.div(inverse, diagonal)), identity);
}
