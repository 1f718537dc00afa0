import { propagate } from '../../kernels/sparse-product/sparse-product';
import * as tf from '../../kernels/tensor';
import type { FeatureRows } from './feature-rows';

/** Rows of features, and the table `[values, dim + 1]` of what their values stand for. */
export interface Valued {
  readonly table: tf.Tensor;
  readonly rows: FeatureRows;
}

/** What is known of some rows: `own` `[rows, dim + 1]`, what they have by their ids, and their features. */
export interface Known {
  readonly own: tf.Tensor;
  readonly features: readonly Valued[];
}

/** One half of what meets in a factorization machine: users in their moments, or items. */
export interface Half {
  /** `[rows, dim]`: the sum of all vectors */
  readonly vectors: tf.Tensor;
  /** `[rows]`: the sum of all weights, and of all products of two vectors of that half */
  readonly bias: tf.Tensor;
}

/**
 * Sums up what a row has: `own` `[rows, dim + 1]`, a vector with a weight behind it, and as
 * much for each value of its features, times its share. All products of two vectors are
 * `½ (|Σ v|² - Σ |v|²)`. Rendle (2010), https://doi.org/10.1109/ICDM.2010.127
 */
export function sumUp({ own, features }: Known): Half {
  const [, width] = own.shape as [number, number];
  const total = features.reduce(
    (sum, { table, rows }) => tf.add(sum, propagate(rows.shares, table)),
    own,
  );
  const squares = features.reduce(
    (sum, { table, rows }) => tf.add(sum, propagate(rows.squares, tf.square(table))),
    tf.square(own),
  );
  const [vectors, weights] = tf.split(total, [width - 1, 1], 1);
  const [apart] = tf.split(squares, [width - 1, 1], 1);
  const products = tf.mul(0.5, tf.sub(tf.sum(tf.square(vectors), 1), tf.sum(apart, 1)));
  return { vectors, bias: tf.add(tf.reshape(weights, [-1]), products) };
}
