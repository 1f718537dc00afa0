import { sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Dataset } from '../../data/dataset';
import { byItem, byUser, countRowBatches, rowBatches, type RowBatch } from '../../data/rows';
import { descend, serving } from '../../nn/fit';
import { knownOr, rated, solvedAround } from '../../nn/fold-in';
import type { Weights } from '../../nn/weights';
import { epochsField, learningRateField, whole } from '../fields';
import { defineModel } from '../model';
import { createWeights, hiddenOf, layersOf, lossOf, serveItems, toInput } from './auto-network';

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
    dim: whole(
      'Hidden units',
      'Numbers that each item, or each user, is squeezed into.',
      500,
      2,
      2048,
    ),
    l2: {
      default: 0.75,
      min: 0,
      max: 100,
      label: 'Regularization',
      help: 'Keeps the weights small.',
    },
    epochs: epochsField,
    batchSize: whole('Batch size', 'Items, or users, per step.', 256, 1, 65536),
    learningRate: learningRateField(0.001),
  },

  // Two tables with gradient and two moments; ratings both ways round, and what is guessed.
  memory: ({ users, items, itemOf }, { variant, dim }) =>
    4 * (8 * dim * (variant === 'item' ? users : items).size + 12 * itemOf.length),

  fit(train, { variant, dim, l2, epochs, batchSize, learningRate }, context) {
    const { rows, columns, name } = sidesOf(train, variant);
    // The paper's λ, half of which counts against the sum of squared errors, is `l2` times the
    // ratings that a column has on average.
    const penalty = l2 / 2 / columns;
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
    return variant === 'item' ? serving(fit, (weights) => serveItems(weights, rows, penalty)) : fit;
  },

  foldIn(weights: Weights, queries, { variant }) {
    if (variant === 'user') {
      const { input, inputBias } = layersOf(weights, 'items');
      return hiddenOf(sparseProduct(toInput(rated(queries)), input), inputBias);
    }
    const { users, 'users.bias': bias, items, typical, ridge } = weights;
    const known = users && tf.concat([users, bias], 1);
    return knownOr(known, queries, () => solvedAround(typical, items, queries, ridge));
  },

  factors: ({ items, 'items.bias': bias }) => ({ items, bias: bias ? tf.squeeze(bias) : null }),
});

/** The ratings, row by row; how many columns they have, and what these are. */
function sidesOf(train: Dataset, variant: string) {
  return variant === 'item'
    ? { rows: byItem(train), columns: train.users.size, name: 'users' }
    : { rows: byUser(train), columns: train.items.size, name: 'items' };
}
