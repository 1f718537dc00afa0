import { toSparsePair } from '../../../kernels/sparse';
import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Query } from '../../data/dataset';
import { addedAlone } from '../../nn/explain';
import { solveOnce } from '../../nn/fit';
import { saidByItem } from '../../nn/fold-in';
import { sparseOf, sparseWeights } from '../../nn/sparse-weights';
import type { Weights } from '../../nn/weights';
import { defineModel } from '../model';
import { weighWords } from './words';

/**
 * What is described like the things one chose, by genres, tags and words of the title:
 * the cosine with the sum of their descriptions. It learns nothing of who chose what,
 * so it knows what to say of an item that nobody has met.
 */
export const content = defineModel({
  name: 'content',
  title: 'Content (TF-IDF)',
  family: 'content',
  source: 'Lops, de Gemmis & Semeraro (2011), https://doi.org/10.1007/978-0-387-85820-3_3',
  needs: ['itemFeatures'],
  newItems: 'features',
  fields: {},

  memory: ({ catalog }) => 4 * 2 * 2 * 3 * weighWords(catalog).values.length,

  fit: (train) =>
    solveOnce(train.itemOf.length, () =>
      tf.tidy(() => {
        const { size, lists, values } = weighWords(train.catalog);
        const { matrix, transposed } = toSparsePair(lists, values, Math.max(size, 1));
        return { ...sparseWeights('words', matrix), ...sparseWeights('items', transposed) };
      }),
    ),

  foldIn: describe,

  score,

  explain: (weights, stranger, item) =>
    addedAlone(stranger, item, (queries) => score(weights, describe(weights, queries))),
});

/** The descriptions of what was chosen, summed: `[queries, words]` */
function describe(weights: Weights, queries: readonly Query[]): tf.Tensor {
  const items = weights['words.offsets'].size - 1;
  return tf.transpose(sparseProduct(sparseOf(weights, 'items'), saidByItem(queries, items)));
}

function score(weights: Weights, users: tf.Tensor): tf.Tensor {
  return tf.transpose(sparseProduct(sparseOf(weights, 'words'), tf.transpose(users)));
}
