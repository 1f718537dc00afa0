import { toLists } from '../../../kernels/lists';
import type { Query } from '../../data/dataset';
import { chosenItems, countRowBatches, distinct, rowBatches, type RowBatch } from '../../data/rows';
import { descend } from '../../nn/fit';
import { awayFromDisliked } from '../../nn/fold-in';
import type { Weights } from '../../nn/weights';
import { epochsField, learningRateField, whole } from '../fields';
import { defineModel } from '../model';
import { createWeights, decode, encode, lossOf } from './mult-network';

/**
 * Squeezes all that someone chose through a few numbers, and from these guesses which items
 * it was: a multinomial over the catalogue. The variational one makes a normal distribution
 * of everyone, whose divergence from the standard one counts more and more; people are folded
 * in as its mean.
 */
export const multVae = defineModel({
  name: 'mult-vae',
  title: 'Variational autoencoder (Mult-VAE)',
  family: 'autoencoder',
  source: 'Liang et al. (2018), https://arxiv.org/abs/1802.05814',
  needs: [],
  fineTunes: 'onRequest',
  fields: {
    variant: {
      default: 'vae',
      choices: ['vae', 'dae'],
      label: 'Variant',
      help: 'Variational (Mult-VAE), or only denoising (Mult-DAE).',
    },
    dim: whole('Embedding size', 'Numbers that everyone is squeezed into.', 64, 2, 1024),
    hidden: whole('Hidden units', 'Width of the layer before, and of that after.', 256, 2, 4096),
    dropout: {
      default: 0.5,
      min: 0,
      max: 0.9,
      label: 'Dropout',
      help: 'Share of each history that is hidden while learning, against learning by heart.',
    },
    divergence: {
      default: 0.2,
      min: 0,
      max: 1,
      label: 'Divergence',
      help: 'How much it counts in the end that people are spread normally; only for “vae”.',
    },
    annealing: whole(
      'Annealing',
      'Epochs until the divergence counts fully; only for “vae”.',
      50,
      0,
      1000,
    ),
    epochs: epochsField,
    batchSize: whole('Batch size', 'People per step.', 100, 1, 4096),
    learningRate: learningRateField(0.001),
  },

  // Weights with gradient and two moments; scores with what becomes of them.
  memory: ({ items }, { dim, hidden, batchSize }) =>
    4 * (4 * 2 * hidden * (items.size + 2 * dim) + 5 * batchSize * (items.size + hidden)),

  fit(train, config, context) {
    const { dropout: rate, divergence, annealing, epochs, batchSize, learningRate } = config;
    const chosen = chosenItems(train);
    const batchesPerEpoch = countRowBatches(chosen, batchSize);
    const annealed = annealing * batchesPerEpoch;
    return descend({
      ...context,
      start: (random) => createWeights(train.items.size, config, random),
      epochs,
      learningRate,
      batchesPerEpoch,
      batches: (random) => rowBatches(chosen, batchSize, random),
      loss(weights, batch: RowBatch, random, step) {
        const weight = divergence * Math.min(1, step / Math.max(1, annealed));
        return lossOf(weights, batch.lists, { rate, random }, weight);
      },
    });
  },

  foldIn(weights: Weights, queries) {
    const { mean } = encode(weights, toLists(queries.map(likedItems)), null);
    return awayFromDisliked(decode(weights, mean), queries, weights.items);
  },

  factors: ({ items, bias }) => ({ items, bias }),
});

function likedItems({ history }: Query): Int32Array {
  return distinct(history.items.filter((_item, event) => history.values[event] > 0));
}
