import * as tf from '../../../kernels/tensor';
import { itemCounts } from '../../data/dataset';
import { solveOnce } from '../../nn/fit';
import { defineModel } from '../model';

/** The same list for everyone: what was chosen most often. The baseline that says whether taste matters. */
export const popularity = defineModel({
  name: 'popularity',
  title: 'Popularity',
  family: 'classical',
  source: 'Cremonesi et al. (2010), https://doi.org/10.1145/1864708.1864721',
  needs: [],
  fields: {},

  memory: ({ items }) => 4 * items.size,

  fit: (train) =>
    solveOnce(train.itemOf.length, () => ({ counts: tf.tensor1d(itemCounts(train)) })),

  foldIn: (_weights, queries) => tf.ones([queries.length, 1]),

  score: ({ counts }, users) => tf.matMul(users, tf.expandDims(counts, 0)),
});
