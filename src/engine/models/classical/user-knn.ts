import { toSparsePair } from '../../../kernels/sparse';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { topKOfScores } from '../../../kernels/score-topk/score-topk';
import * as tf from '../../../kernels/tensor';
import { historyOf, type History } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { saidByItem } from '../../nn/fold-in';
import { sparseOf, sparseWeights } from '../../nn/sparse-weights';
import { whole } from '../fields';
import { defineModel } from '../model';

/**
 * What people like oneself chose: each of the nearest, by cosine, counts as much as they
 * are near, and those of the opposite opinion count against. Everyone is met by their
 * history alone; the histories it learned from are its weights.
 */
export const userKnn = defineModel({
  name: 'user-knn',
  title: 'User neighbours (UserKNN)',
  family: 'classical',
  source: 'Herlocker et al. (1999), https://doi.org/10.1145/312624.312682',
  needs: [],
  fields: {
    neighbours: whole('Neighbours', 'How many similar people are asked.', 100, 1, 2000),
    shrinkage: {
      default: 0,
      min: 0,
      max: 1000,
      label: 'Shrinkage',
      help: 'Doubt about similarities that few items support.',
    },
  },

  memory: ({ itemOf }) => 4 * 3 * 4 * itemOf.length,

  fit: (train) =>
    solveOnce(train.itemOf.length, () =>
      tf.tidy(() => {
        const lists = { offsets: train.offsets, indices: train.itemOf };
        const { matrix, transposed } = toSparsePair(lists, train.values, train.items.size);
        return {
          ...sparseWeights('choices', matrix),
          ...sparseWeights('choosers', transposed),
          norms: tf.tensor1d(
            Float32Array.from(train.users.ids, (_id, user) => normOf(historyOf(train, user))),
          ),
        };
      }),
    ),

  /** How near the nearest are, and 0 for all others: `[queries, users]` */
  foldIn(weights, queries, { neighbours, shrinkage }) {
    const choosers = sparseOf(weights, 'choosers');
    const said = saidByItem(queries, choosers.rows);
    const together = tf.transpose(sparseProduct(sparseOf(weights, 'choices'), said));
    const norms = queries.map(({ history }) => [normOf(history)]);
    const product = tf.mul(tf.tensor2d(norms), weights.norms);
    // The small number keeps a query that said nothing at zero instead of 0 / 0.
    return keepLargest(tf.div(together, tf.add(product, shrinkage + 1e-9)), neighbours);
  },

  score: (weights, users) =>
    tf.transpose(sparseProduct(sparseOf(weights, 'choosers'), tf.transpose(users))),
});

function normOf({ values }: History): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** The `count` numbers in each row that are farthest from 0, and those as far as the last; 0 for others. */
function keepLargest(rows: tf.Tensor, count: number): tf.Tensor {
  const [queries, width]: number[] = rows.shape;
  const kept = Math.min(count, width);
  const sizes = tf.square(rows);
  const { scores } = topKOfScores(
    sizes,
    { offsets: new Int32Array(queries + 1), indices: new Int32Array() },
    kept,
  );
  const least = tf.slice(scores, [0, kept - 1], [queries, 1]);
  return tf.where(tf.greaterEqual(sizes, least), rows, tf.zerosLike(rows));
}
