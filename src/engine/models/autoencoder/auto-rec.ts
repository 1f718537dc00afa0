import type { ValuedLists } from '../../../kernels/lists';
import type { Random } from '../../../kernels/random';
import { pairProducts } from '../../../kernels/sampled-product/sampled-product';
import { toPatternPair, toSparse, type SparsePair } from '../../../kernels/sparse';
import { propagate, sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Dataset } from '../../data/dataset';
import { byItem, byUser, countRowBatches, rowBatches, type RowBatch } from '../../data/rows';
import { descend, serving } from '../../nn/fit';
import { knownOr, rated, solvedAround } from '../../nn/fold-in';
import { normalWeight, type Weights } from '../../nn/weights';
import { defineModel } from '../model';

/**
 * Guesses ratings by squeezing those that are known of an item (or of a user) through one
 * hidden layer. Of items, it is a factor model once it has learned: each item has its hidden
 * layer as vector, and each user the weights of their own output. So people it never met are
 * folded in by the ridge that would have made these, from the mean of all users.
 */
export const autoRec = defineModel({
  name: 'auto-rec',
  title: 'Rating autoencoder (AutoRec)',
  family: 'autoencoder',
  source: 'Sedhain et al. (2015), https://doi.org/10.1145/2740908.2742726',
  needs: ['ratings'],
  fields: {
    variant: {
      default: 'item',
      choices: ['item', 'user'],
      label: 'Variant',
      help: 'Whether it reads all ratings of an item, or all of a user.',
    },
    dim: {
      default: 500,
      min: 2,
      max: 2048,
      whole: true,
      label: 'Hidden units',
      help: 'Numbers that each item, or each user, is squeezed into.',
    },
    l2: {
      default: 20,
      min: 0,
      max: 1000,
      label: 'Regularization',
      help: 'Keeps the weights small.',
    },
    epochs: {
      default: 500,
      min: 1,
      max: 5000,
      whole: true,
      label: 'Epochs',
      help: 'Passes over the data at most; training stops earlier once it no longer helps.',
    },
    batchSize: {
      default: 256,
      min: 1,
      max: 65536,
      whole: true,
      label: 'Batch size',
      help: 'Items, or users, per step.',
    },
    learningRate: {
      default: 0.001,
      min: 0.00001,
      max: 1,
      label: 'Learning rate',
      help: 'How far each step goes.',
    },
  },

  // Two tables with gradient and two moments; ratings both ways round, and what is guessed.
  memory: ({ users, items, itemOf }, { variant, dim }) =>
    4 * (8 * dim * (variant === 'item' ? users : items).size + 12 * itemOf.length),

  fit(train, { variant, dim, l2, epochs, batchSize, learningRate }, context) {
    const { rows, columns, name } = sidesOf(train, variant);
    const penalty = l2 / 2 / Math.max(1, rows.values.length);
    const fit = descend({
      ...context,
      start: (random) => createWeights(name, columns, dim, random),
      epochs,
      learningRate,
      batchesPerEpoch: countRowBatches(rows.lists, batchSize),
      batches: (random) => rowBatches(rows.lists, batchSize, random),
      loss: (weights, batch: RowBatch) =>
        lossOf(layersOf(weights, name), batch, rows.values, penalty),
    });
    return variant === 'item' ? serving(fit, (weights) => serveItems(weights, rows)) : fit;
  },

  foldIn(weights: Weights, queries, { variant, l2 }) {
    if (variant === 'user') {
      const { input, inputBias } = layersOf(weights, 'items');
      return hiddenOf(sparseProduct(rated(queries), input), inputBias);
    }
    const { users, 'users.bias': bias, items, typical } = weights;
    const known = users && tf.concat([users, bias], 1);
    return knownOr(known, queries, () => solvedAround(typical, items, queries, l2 / 2));
  },

  factors: ({ items, 'items.bias': bias }) => ({ items, bias: bias ? tf.squeeze(bias) : null }),
});

/** The ratings, row by row; how many columns they have, and what these are. */
function sidesOf(train: Dataset, variant: string) {
  return variant === 'item'
    ? { rows: byItem(train), columns: train.users.size, name: 'users' }
    : { rows: byUser(train), columns: train.items.size, name: 'items' };
}

function createWeights(name: string, columns: number, dim: number, random: Random): Weights {
  return {
    [`${name}.input`]: normalWeight([columns, dim], 0.03, random),
    inputBias: tf.zeros([dim]),
    [name]: normalWeight([columns, dim], 0.03, random),
    [`${name}.bias`]: tf.zeros([columns, 1]),
  };
}

/** `input` and `output` `[columns, dim]`, `inputBias` `[dim]`, `outputBias` `[columns, 1]` */
interface Layers {
  readonly input: tf.Tensor;
  readonly inputBias: tf.Tensor;
  readonly output: tf.Tensor;
  readonly outputBias: tf.Tensor;
}

function layersOf(weights: Weights, name: string): Layers {
  return {
    input: weights[`${name}.input`],
    inputBias: weights.inputBias,
    output: weights[name],
    outputBias: weights[`${name}.bias`],
  };
}

/** Mean squared error of the ratings that are known, and `penalty` times the squared weights. */
function lossOf(
  { input, inputBias, output, outputBias }: Layers,
  { lists, entries }: RowBatch,
  all: Float32Array,
  penalty: number,
): tf.Tensor {
  const places = toPatternPair(lists, input.shape[0]);
  const { pattern, transposed, order } = places;
  const values = tf.tensor1d(Float32Array.from(entries, (entry) => all[entry]));
  const ratings: SparsePair = {
    matrix: { ...pattern, values },
    transposed: { ...transposed, values: tf.gather(values, order) },
  };
  const hidden = hiddenOf(propagate(ratings, input), inputBias);
  const biases = pairProducts(tf.ones([pattern.rows, 1]), outputBias, places);
  const guessed = tf.add(pairProducts(hidden, output, places), biases);
  const squares = tf.add(tf.sum(tf.square(input)), tf.sum(tf.square(output)));
  return tf.add(tf.mean(tf.square(tf.sub(guessed, values))), tf.mul(squares, penalty));
}

function hiddenOf(entered: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  return tf.sigmoid(tf.add(entered, bias));
}

/**
 * The vectors of the items, whose last number is 1 for the users' biases, and the mean of the
 * users': `[items, dim + 1]` and `[1, dim + 1]`.
 */
function serveItems(weights: Weights, { lists, values }: ValuedLists) {
  const { input, inputBias, output, outputBias } = layersOf(weights, 'users');
  const hidden = hiddenOf(sparseProduct(toSparse(lists, values), input), inputBias);
  return {
    items: tf.concat([hidden, tf.ones([hidden.shape[0], 1])], 1),
    typical: tf.mean(tf.concat([output, outputBias], 1), 0, true),
  };
}
