import * as tf from '../../kernels/tensor';
import type { Sparse } from '../../kernels/sparse';
import { failure } from '../../errors';
import type { Weights } from './weights';

/** Whole numbers up to here are exact in float32, which all weights are. */
const mostEntries = 2 ** 24;

/** A sparse matrix among the weights: `NAME.offsets`, `NAME.indices`, `NAME.values`. @throws ConfigError */
export function sparseWeights(name: string, { offsets, indices, values }: Sparse): Weights {
  if (indices.size > mostEntries) {
    throw failure('ConfigError', `The model is for data of at most ${mostEntries} interactions.`);
  }
  return {
    [`${name}.offsets`]: tf.cast(offsets, 'float32'),
    [`${name}.indices`]: tf.cast(indices, 'float32'),
    [`${name}.values`]: tf.clone(values),
  };
}

/** The matrix that `sparseWeights` put there. */
export function sparseOf(weights: Weights, name: string): Sparse {
  const offsets = tf.cast(weights[`${name}.offsets`], 'int32');
  return {
    rows: offsets.size - 1,
    offsets,
    indices: tf.cast(weights[`${name}.indices`], 'int32'),
    values: weights[`${name}.values`],
  };
}
