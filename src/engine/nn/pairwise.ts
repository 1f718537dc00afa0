import type { Lists } from '../../kernels/lists';
import { pairProducts } from '../../kernels/sampled-product/sampled-product';
import { toPatternPair } from '../../kernels/sparse';
import * as tf from '../../kernels/tensor';
import type { TripleBatch } from '../data/batches';

/** One row for each user and each item, `[users, dim]` and `[items, dim]`. */
export interface Tables {
  readonly users: tf.Tensor;
  readonly items: tf.Tensor;
}

/**
 * Mean of `-ln σ(u · i - u · j)` over a batch, in which user `u` chose item `i` and not `j`.
 * Its gradients are of whole tables. Rendle et al. (2009), https://arxiv.org/abs/1205.2618
 */
export function pairwiseLoss({ users, items }: Tables, batch: TripleBatch): tf.Tensor {
  const pairs = toPatternPair(pairsOf(batch, users.shape[0]), items.shape[0]);
  const scores = tf.reshape(pairProducts(users, items, pairs), [batch.size, 2]);
  return tf.mean(tf.softplus(tf.sum(tf.mul(scores, tf.tensor1d([-1, 1])), 1)));
}

/**
 * Half the mean over a batch of the squared length of all that a triple names: of tables
 * themselves, whatever becomes of them after.
 */
export function pairwiseSquares({ users, items }: Tables, batch: TripleBatch): tf.Tensor {
  const squares = (table: tf.Tensor, rows: Int32Array): tf.Tensor =>
    tf.sum(tf.mul(tf.square(table), timesNamed(rows, table.shape[0], 0.5 / batch.size)));
  return tf.add(squares(users, batch.users), squares(items, batch.items));
}

/** How often each of so many rows is named, times `factor`: `[rows, 1]` */
function timesNamed(named: Int32Array, rows: number, factor: number): tf.Tensor {
  const times = new Float32Array(rows);
  for (const row of named) times[row] += factor;
  return tf.tensor2d(times, [rows, 1]);
}

/** For each user of a batch what they chose and what they did not, by turns: users lie together in it. */
function pairsOf({ size, users, items }: TripleBatch, rows: number): Lists {
  const offsets = new Int32Array(rows + 1);
  const indices = new Int32Array(2 * size);
  for (let i = 0; i < size; i++) {
    offsets[users[i] + 1] += 2;
    indices[2 * i] = items[i];
    indices[2 * i + 1] = items[size + i];
  }
  for (let row = 0; row < rows; row++) offsets[row + 1] += offsets[row];
  return { offsets, indices };
}
