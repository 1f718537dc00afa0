import { toLists, type Lists } from '../../../kernels/lists';
import { multinomialLoss } from '../../../kernels/multinomial-loss/multinomial-loss';
import type { Random } from '../../../kernels/random';
import { toSparse, toSparsePair } from '../../../kernels/sparse';
import { propagate } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Query } from '../../data/dataset';
import { chosenItems, countRowBatches, distinct, rowBatches, type RowBatch } from '../../data/rows';
import type { Dropout } from '../../nn/dropout';
import { descend } from '../../nn/fit';
import { awayFromDisliked, scoreByFactors } from '../../nn/fold-in';
import { dense } from '../../nn/layers';
import { unitRows } from '../../nn/unit-rows';
import { glorotWeight, normalWeight, type Weights } from '../../nn/weights';
import { defineModel } from '../model';

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
  fields: {
    variant: {
      default: 'vae',
      choices: ['vae', 'dae'],
      label: 'Variant',
      help: 'Variational (Mult-VAE), or only denoising (Mult-DAE).',
    },
    dim: {
      default: 64,
      min: 2,
      max: 1024,
      whole: true,
      label: 'Embedding size',
      help: 'Numbers that everyone is squeezed into.',
    },
    hidden: {
      default: 256,
      min: 2,
      max: 4096,
      whole: true,
      label: 'Hidden units',
      help: 'Width of the layer before, and of that after.',
    },
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
    annealing: {
      default: 50,
      min: 0,
      max: 1000,
      whole: true,
      label: 'Annealing',
      help: 'Epochs until the divergence counts fully; only for “vae”.',
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
      default: 100,
      min: 1,
      max: 4096,
      whole: true,
      label: 'Batch size',
      help: 'People per step.',
    },
    learningRate: {
      default: 0.001,
      min: 0.00001,
      max: 1,
      label: 'Learning rate',
      help: 'How far each step goes.',
    },
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

interface Sizes {
  readonly variant: string;
  readonly dim: number;
  readonly hidden: number;
}

function createWeights(items: number, { variant, dim, hidden }: Sizes, random: Random): Weights {
  return {
    input: glorotWeight(items, hidden, random),
    inputBias: tf.zeros([hidden]),
    mean: glorotWeight(hidden, dim, random),
    meanBias: tf.zeros([dim]),
    ...(variant === 'vae' && {
      logVariance: glorotWeight(hidden, dim, random),
      logVarianceBias: tf.zeros([dim]),
    }),
    output: glorotWeight(dim, hidden, random),
    outputBias: tf.zeros([hidden]),
    items: glorotWeight(items, hidden, random),
    bias: tf.zeros([items]),
  };
}

/** Per person, of the items of each; the `divergence` of a “vae” counts so much. */
function lossOf(weights: Weights, chosen: Lists, dropout: Dropout, divergence: number): tf.Tensor {
  const people = chosen.offsets.length - 1;
  const code = encode(weights, chosen, dropout);
  const { mean, logVariance } = code;
  const drawn = logVariance ? sample(mean, logVariance, dropout.random) : mean;
  const scores = scoreByFactors(
    { items: weights.items, bias: weights.bias },
    decode(weights, drawn),
  );
  const shares = new Float32Array(chosen.indices.length).fill(1 / people);
  const loss = multinomialLoss(scores, toSparse(chosen, shares));
  if (!logVariance) return loss;
  return tf.add(loss, tf.mul(divergenceOf(mean, logVariance), divergence / people));
}

/** What is made of everyone, `[people, dim]`. */
interface Code {
  readonly mean: tf.Tensor;
  /** Null where it is not variational. */
  readonly logVariance: tf.Tensor | null;
}

/** From the items of each person. */
function encode(weights: Weights, chosen: Lists, dropout: Dropout | null): Code {
  const { lists, values } = unitRows(chosen, dropout);
  const { input, inputBias, mean, meanBias, logVariance, logVarianceBias } = weights;
  const entered = propagate(toSparsePair(lists, values, input.shape[0]), input);
  const hidden = tf.tanh(tf.add(entered, inputBias));
  const code = dense(hidden, mean, meanBias);
  return logVariance
    ? { mean: code, logVariance: dense(hidden, logVariance, logVarianceBias) }
    : { mean: tf.tanh(code), logVariance: null };
}

/** The last hidden layer, which items are scored by: `[people, dim]` → `[people, hidden]` */
function decode({ output, outputBias }: Weights, code: tf.Tensor): tf.Tensor {
  return tf.tanh(dense(code, output, outputBias));
}

/** Draws from a normal distribution for each person. */
function sample(mean: tf.Tensor, logVariance: tf.Tensor, random: Random): tf.Tensor {
  const noise = normalWeight(mean.shape, 1, random);
  return tf.add(mean, tf.mul(noise, tf.exp(tf.mul(logVariance, 0.5))));
}

/** Of normal distributions from the standard one (Kullback–Leibler), summed. */
function divergenceOf(mean: tf.Tensor, logVariance: tf.Tensor): tf.Tensor {
  const spread = tf.sub(tf.add(tf.exp(logVariance), tf.square(mean)), tf.add(logVariance, 1));
  return tf.mul(tf.sum(spread), 0.5);
}

function likedItems({ history }: Query): Int32Array {
  return distinct(history.items.filter((_item, event) => history.values[event] > 0));
}
