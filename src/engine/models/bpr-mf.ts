import * as tf from '../../kernels/tensor';
import { tripleBatches, type TripleBatch } from '../data/batches';
import { uniformNegatives } from '../data/negatives';
import { descend } from '../nn/fit';
import { knownOrSolved, scoreByFactors } from '../nn/fold-in';
import { bprLoss } from '../nn/losses';
import { glorotWeight } from '../nn/weights';
import { defineModel } from './model';

/** Matrix factorization trained to rank: a user and an item agree by dot product. */
export const bprMf = defineModel({
  name: 'bpr-mf',
  title: 'Matrix factorization (BPR)',
  family: 'factorization',
  source: 'Rendle et al. (2009), https://arxiv.org/abs/1205.2618',
  needs: [],
  fields: {
    dim: {
      default: 64,
      min: 2,
      max: 512,
      whole: true,
      label: 'Embedding size',
      help: 'Numbers that describe each user and each item.',
    },
    epochs: {
      default: 200,
      min: 1,
      max: 1000,
      whole: true,
      label: 'Epochs',
      help: 'Passes over the data at most; training stops earlier once it no longer helps.',
    },
    batchSize: {
      default: 2048,
      min: 1,
      max: 65536,
      whole: true,
      label: 'Batch size',
      help: 'Interactions per step.',
    },
    learningRate: {
      default: 0.001,
      min: 0.00001,
      max: 1,
      label: 'Learning rate',
      help: 'How far each step goes.',
    },
    l2: {
      default: 0,
      min: 0,
      max: 1,
      label: 'Regularization',
      help: 'Keeps the vectors small.',
    },
  },

  // Weights, gradients, two moments, and as much again while a step is under way.
  memory: ({ users, items }, { dim }) => 4 * 8 * (users.size + items.size) * (dim + 1),

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
      loss({ users, items, bias }, batch: TripleBatch) {
        const [u, i, j] = [batch.users, batch.positives, batch.negatives];
        const user = tf.lookup(users, u); // [batch, dim]
        const [positive, negative] = [tf.lookup(items, i), tf.lookup(items, j)];
        const ranking = bprLoss(
          tf.add(dot(user, positive), tf.lookup(bias, i)),
          tf.add(dot(user, negative), tf.lookup(bias, j)),
        );
        if (l2 === 0) return ranking;
        const squares = tf.addN([user, positive, negative].map((x) => tf.square(x)));
        return tf.add(ranking, tf.mul(tf.mean(tf.sum(squares, 1)), l2));
      },
    });
  },

  foldIn: ({ users, items }, queries) =>
    knownOrSolved({ users, items: tf.div(items, likedScore) }, queries, {
      unobserved: 0.01,
      l2: 2,
    }),

  score: (weights, users) => scoreByFactors(weights, users),
});

/**
 * What a stranger's vector should give the items they like: about what those score
 * who were learned from, so that the items' bias does not drown a short history.
 */
const likedScore = 4;

/** Row-wise dot product: two `[batch, dim]` → `[batch]` */
function dot(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(a, b), 1);
}
