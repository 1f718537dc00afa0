import * as tf from '../../../kernels/tensor';
import { defineModel } from '../model';
import { productMatch, startProduct } from './match';
import { fitMatching, matchingMemory, startTables } from './fit-matching';
import { matchingFields } from './matching-fields';
import { foldInMatching } from './score-matching';

const match = productMatch({ users: 'users', items: 'items' });

/** Multiplies the vectors of a user and an item, and learns how much each product counts. */
export const gmf = defineModel({
  name: 'gmf',
  title: 'Generalized matrix factorization (GMF)',
  family: 'factorization',
  source: 'He et al. (2017), https://arxiv.org/abs/1708.05031',
  needs: [],
  fineTunes: 'onRequest',
  fields: matchingFields(),

  memory: (train, config) => matchingMemory(train, config, 1),

  fit: (train, config, context) =>
    fitMatching(train, config, context, {
      matches: [match],
      start: (random) => ({
        ...startTables(train, config.dim, match, random),
        ...startProduct(config.dim, random),
      }),
      apart: 0,
    }),

  foldIn: (weights, queries) => foldInMatching([match], weights, queries),

  factors({ everyone, items, agreement, agreementBias }) {
    const weighted = tf.mul(items, tf.reshape(agreement, [1, -1]));
    const common = tf.matMul(weighted, everyone, false, true);
    return { items: weighted, bias: tf.add(tf.reshape(common, [-1]), agreementBias) };
  },
});
