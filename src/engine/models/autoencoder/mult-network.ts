import type { Lists } from '../../../kernels/lists';
import { multinomialLoss } from '../../../kernels/multinomial-loss/multinomial-loss';
import type { Random } from '../../../kernels/random';
import { toSparse, toSparsePair } from '../../../kernels/sparse';
import { propagate } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { Dropout } from '../../nn/dropout';
import { scoreByFactors } from '../../nn/fold-in';
import { dense } from '../../nn/layers';
import { unitRows } from '../../nn/unit-rows';
import { glorotWeight, normalWeight, type Weights } from '../../nn/weights';

interface Sizes {
  readonly variant: string;
  readonly dim: number;
  readonly hidden: number;
}

/** Two layers that lead to the code, and two that lead from it: `items` is the last. */
export function createWeights(
  items: number,
  { variant, dim, hidden }: Sizes,
  random: Random,
): Weights {
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
export function lossOf(
  weights: Weights,
  chosen: Lists,
  dropout: Dropout,
  divergence: number,
): tf.Tensor {
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
export function encode(weights: Weights, chosen: Lists, dropout: Dropout | null): Code {
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
export function decode({ output, outputBias }: Weights, code: tf.Tensor): tf.Tensor {
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
