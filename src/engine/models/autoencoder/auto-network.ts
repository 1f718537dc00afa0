import type { ValuedLists } from '../../../kernels/lists';
import type { Random } from '../../../kernels/random';
import { pairProducts } from '../../../kernels/sampled-product/sampled-product';
import { toPatternPair, toSparse, type Sparse, type SparsePair } from '../../../kernels/sparse';
import { propagate, sparseProduct } from '../../../kernels/sparse-product/sparse-product';
import * as tf from '../../../kernels/tensor';
import type { RowBatch } from '../../data/rows';
import { normalWeight, type Weights } from '../../nn/weights';

/** Two layers, for rows of so many columns: the tables of `name`, which has a row for each. */
export function createWeights(name: string, columns: number, dim: number, random: Random): Weights {
  return {
    [`${name}.input`]: normalWeight([columns, dim], 0.03, random),
    inputBias: tf.zeros([dim]),
    [name]: normalWeight([columns, dim], 0.03, random),
    [`${name}.bias`]: tf.zeros([columns, 1]),
  };
}

/** The weights by what they do: `input` and `output` `[columns, dim]`, `inputBias` `[dim]`, `outputBias` `[columns, 1]` */
export interface Layers {
  readonly input: tf.Tensor;
  readonly inputBias: tf.Tensor;
  readonly output: tf.Tensor;
  readonly outputBias: tf.Tensor;
}

/** Those whose tables are of `name`. */
export function layersOf(weights: Weights, name: string): Layers {
  return {
    input: weights[`${name}.input`],
    inputBias: weights.inputBias,
    output: weights[name],
    outputBias: weights[`${name}.bias`],
  };
}

/** Mean squared error of the ratings that are known, and `penalty` times the squared weights. */
export function lossOf(
  { input, inputBias, output, outputBias }: Layers,
  { lists, entries }: RowBatch,
  all: Float32Array,
  penalty: number,
): tf.Tensor {
  const places = toPatternPair(lists, input.shape[0]);
  const { pattern, transposed, order } = places;
  const values = tf.tensor1d(Float32Array.from(entries, (entry) => all[entry]));
  const matrix = toInput({ ...pattern, values });
  const ratings: SparsePair = {
    matrix,
    transposed: { ...transposed, values: tf.gather(matrix.values, order) },
  };
  const hidden = hiddenOf(propagate(ratings, input), inputBias);
  const biases = pairProducts(tf.ones([pattern.rows, 1]), outputBias, places);
  const guessed = tf.add(pairProducts(hidden, output, places), biases);
  const squares = tf.add(tf.sum(tf.square(input)), tf.sum(tf.square(output)));
  return tf.add(tf.mean(tf.square(tf.sub(guessed, values))), tf.mul(squares, penalty));
}

/**
 * Half a rating on a scale from 1 to 5, less the preference that it is: what is not known is
 * read as 0, and so must differ from a rating in the middle.
 */
const middle = 1.5;

/** Preferences from -1 to 1 as the network reads them. */
export function toInput(ratings: Sparse): Sparse {
  return { ...ratings, values: tf.add(ratings.values, middle) };
}

/** What the ratings have added up to, `[rows, dim]`, as the hidden layer. */
export function hiddenOf(entered: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  return tf.sigmoid(tf.add(entered, bias));
}

/**
 * The vectors of the items, whose last number is 1 for the users' biases, and the mean of the
 * users': `[items, dim + 1]` and `[1, dim + 1]`; and the `ridge` `[1, 1]` that users' vectors
 * were held back by, against the sum of squared errors.
 */
export function serveItems(weights: Weights, { lists, values }: ValuedLists, penalty: number) {
  const { input, inputBias, output, outputBias } = layersOf(weights, 'users');
  const hidden = hiddenOf(sparseProduct(toInput(toSparse(lists, values)), input), inputBias);
  return {
    items: tf.concat([hidden, tf.ones([hidden.shape[0], 1])], 1),
    typical: tf.mean(tf.concat([output, outputBias], 1), 0, true),
    ridge: tf.tensor2d([penalty * values.length], [1, 1]),
  };
}
