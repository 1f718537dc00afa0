import * as tf from '../../../kernels/tensor';
import { eventBatches, type EventBatch } from '../../data/batches';
import { itemCounts, type Dataset } from '../../data/dataset';
import { descend } from '../../nn/fit';
import { knownOr, solvedBeside } from '../../nn/fold-in';
import { normalWeight } from '../../nn/weights';
import { embeddingField, epochsField, learningRateField, whole } from '../fields';
import { defineModel } from '../model';

/**
 * Guesses the rating of an item from the mean of all, how far this user's and this item's
 * ratings lie from it, and the product of their vectors: `μ + b_u + b_i + p · q`.
 */
export const biasedMf = defineModel({
  name: 'biased-mf',
  title: 'Biased matrix factorization',
  family: 'factorization',
  source: 'Koren, Bell & Volinsky (2009), https://doi.org/10.1109/MC.2009.263',
  needs: ['ratings'],
  fields: {
    dim: embeddingField(32),
    epochs: epochsField,
    batchSize: whole('Batch size', 'Ratings per step.', 2048, 1, 65536),
    learningRate: learningRateField(0.005),
    l2: {
      default: 6,
      min: 0,
      max: 1000,
      label: 'Regularization',
      help: 'Keeps vectors and biases small.',
    },
  },

  // Weights and two moments; a batch.
  memory: ({ users, items }, { dim, batchSize }) =>
    4 * (3 * (users.size + items.size) * (dim + 1) + 8 * batchSize * dim),

  fit(train, { dim, epochs, batchSize, learningRate, l2 }, context) {
    const shares = sharesOf(train);
    return descend({
      ...context,
      start: (random) => ({
        users: normalWeight([train.users.size, dim], 0.1, random),
        'users.bias': tf.zeros([train.users.size, 1]),
        items: normalWeight([train.items.size, dim], 0.1, random),
        'items.bias': tf.zeros([train.items.size, 1]),
        mean: tf.tensor1d([meanOf(train.values)]),
      }),
      epochs,
      learningRate,
      batchesPerEpoch: Math.ceil(train.itemOf.length / batchSize),
      batches: (random) => eventBatches(train, batchSize, random),
      loss(weights, { users, items, values }: EventBatch) {
        const [p, userBias] = [weights.users, weights['users.bias']].map((table) =>
          tf.lookup(table, users),
        );
        const [q, itemBias] = [weights.items, weights['items.bias']].map((table) =>
          tf.lookup(table, items),
        );
        const bias = tf.add(weights.mean, tf.add(userBias, itemBias));
        const guessed = tf.add(bias, tf.sum(tf.mul(p, q), 1, true));
        const errors = tf.square(tf.sub(guessed, tf.tensor2d(values, [values.length, 1])));
        const penalties = [
          penaltyOf(p, userBias, shares.users(users)),
          penaltyOf(q, itemBias, shares.items(items)),
        ];
        return tf.mean(tf.add(errors, tf.mul(tf.add(penalties[0], penalties[1]), l2)));
      },
    });
  },

  /** The vector of each, and then the bias: `[queries, dim + 1]` */
  foldIn({ users, 'users.bias': bias, ...weights }, queries, { l2 }) {
    const known = users && tf.concat([users, bias], 1);
    const { items, bias: expected } = catalogueOf(weights);
    return knownOr(known, queries, () => solvedBeside(expected, items, queries, l2));
  },

  factors: (weights) => catalogueOf(weights),
});

/** What multiplies a user's vector and bias, and what is expected of everyone. */
function catalogueOf({
  items,
  'items.bias': bias,
  mean,
}: Record<'items' | 'items.bias' | 'mean', tf.Tensor>) {
  const [count]: number[] = items.shape;
  return {
    items: tf.concat([items, tf.ones([count, 1])], 1),
    bias: tf.reshape(tf.add(bias, mean), [count]),
  };
}

/** The squares of vectors and biases, each times the share of a rating in its row: `[ratings, 1]` */
function penaltyOf(vectors: tf.Tensor, biases: tf.Tensor, shares: Float32Array): tf.Tensor {
  const squares = tf.add(tf.sum(tf.square(vectors), 1, true), tf.square(biases));
  return tf.mul(squares, tf.tensor2d(shares, [shares.length, 1]));
}

/**
 * 1 over the ratings that a user, or an item, has: so a row counts once against the sum of all
 * squared errors, however many ratings it has, as it does where a stranger is solved for.
 */
function sharesOf(train: Dataset) {
  const ofItem = itemCounts(train);
  const ofUser = (user: number): number => train.offsets[user + 1] - train.offsets[user];
  return {
    users: (users: Int32Array) => Float32Array.from(users, (user) => 1 / ofUser(user)),
    items: (items: Int32Array) => Float32Array.from(items, (item) => 1 / ofItem[item]),
  };
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
