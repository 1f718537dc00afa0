import { factorizationStep } from '../../../kernels/factorization/factorization';
import * as tf from '../../../kernels/tensor';
import { tripleBatches, type TripleBatch } from '../../data/batches';
import { uniformNegatives } from '../../data/negatives';
import { descend } from '../../nn/fit';
import { addedToRidge } from '../../nn/explain';
import { knownOrSolved, said } from '../../nn/fold-in';
import { glorotWeight } from '../../nn/weights';
import { batchField, embeddingField, epochsField, l2Field, learningRateField } from '../fields';
import { defineModel } from '../model';

/** Matrix factorization trained to rank: a user and an item agree by dot product. */
export const bprMf = defineModel({
  name: 'bpr-mf',
  title: 'Matrix factorization (BPR)',
  family: 'factorization',
  source: 'Rendle et al. (2009), https://arxiv.org/abs/1205.2618',
  needs: [],
  fineTunes: 'onRequest',
  fields: {
    dim: embeddingField(64),
    epochs: epochsField,
    batchSize: batchField(2048),
    learningRate: learningRateField(0.001),
    l2: l2Field(0.003),
  },

  // Weights and two moments.
  memory: ({ users, items }, { dim }) => 4 * 3 * (users.size + items.size) * (dim + 1),

  fit(train, { dim, epochs, batchSize, learningRate, l2 }, context) {
    const sampler = uniformNegatives(train);
    return descend({
      ...context,
      start: (random) => ({
        users: glorotWeight(train.users.size, dim, random),
        items: glorotWeight(train.items.size, dim, random),
        bias: tf.zeros([train.items.size]),
      }),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => tripleBatches(train, batchSize, sampler, random),
      step({ weights, moments, rule }, { users, items }: TripleBatch) {
        const learned = (name: 'users' | 'items' | 'bias') => ({
          weight: weights[name],
          moments: moments[name],
        });
        const tables = {
          users: learned('users'),
          items: learned('items'),
          bias: learned('bias'),
        };
        return factorizationStep(
          tables,
          { users, items, targets: null },
          { loss: 'bpr', l2, rule },
        );
      },
    });
  },

  foldIn: ({ users, items }, queries) =>
    knownOrSolved({ users, items: tf.div(items, likedScore) }, queries, strangers),

  factors: ({ items, bias }) => ({ items, bias }),

  explain({ items }, stranger, item) {
    const ridge = { factors: tf.div(items, likedScore), targets: said([stranger]), ...strangers };
    return addedToRidge(stranger, tf.slice(items, item, 1), ridge);
  },
});

/** How strangers are solved for. */
const strangers = { unobserved: 0.01, l2: 2 };

/**
 * What a stranger's vector should give the items they like: about what those score
 * who were learned from, so that the items' bias does not drown a short history.
 */
const likedScore = 4;
