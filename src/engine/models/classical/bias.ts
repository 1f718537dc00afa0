import * as tf from '../../../kernels/tensor';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import { itemCounts, type Dataset } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { rated } from '../../nn/fold-in';
import { defineModel } from '../model';

/**
 * Guesses a rating from the mean of all, how far this item's ratings lie from it, and how far
 * this person's lie from what is expected of their items: `μ + b_i + b_u`. Both are means that
 * are shrunk to 0 where there are few ratings. The baseline that says whether taste matters in
 * predicting ratings; as a list it is the same for everyone.
 */
export const bias = defineModel({
  name: 'bias',
  title: 'Means of items and people (bias)',
  family: 'classical',
  source: 'Koren (2010), https://doi.org/10.1145/1644873.1644874',
  needs: ['ratings'],
  fields: {
    itemShrinkage: shrinkage('Doubt about items', 5),
    userShrinkage: shrinkage('Doubt about people', 5),
  },

  memory: ({ items }) => 4 * 4 * items.size,

  fit: (train, { itemShrinkage }) =>
    solveOnce(train.itemOf.length, () => ({
      expected: tf.tensor1d(expectedOf(train, itemShrinkage)),
    })),

  /** The bias of each: `[queries, 1]` */
  foldIn({ expected }, queries, { userShrinkage }) {
    const ratings = rated(queries);
    const surprise = tf.sub(ratings.values, tf.gather(expected, ratings.indices));
    const [items]: number[] = expected.shape;
    const sums = sparseProduct({ ...ratings, values: surprise }, tf.ones([items, 1]));
    const counts = queries.map(({ history }) => history.items.length + userShrinkage);
    return tf.div(sums, tf.tensor2d(counts, [counts.length, 1]));
  },

  // What is added for a person changes no order.
  score: ({ expected }, users) => tf.add(tf.zerosLike(users), expected),

  rate: ({ expected }, users) => tf.add(users, expected),
});

function shrinkage(label: string, value: number) {
  const help = 'As many ratings without any bias are added to the real ones.';
  return { default: value, min: 0.001, max: 1000, label, help } as const;
}

/** What anyone is expected to think of each item, `μ + b_i`: `[items]` */
function expectedOf(train: Dataset, doubt: number): Float32Array {
  const { values, itemOf } = train;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const sums = new Float64Array(train.items.size);
  itemOf.forEach((item, event) => (sums[item] += values[event] - mean));
  return itemCounts(train).map((count, item) => mean + sums[item] / (count + doubt));
}
