import * as tf from '@tensorflow/tfjs';
import { spmmData, type SpmmProblem } from '../problems/spmm';
import type { Contender } from '../realm';

/**
 * Rows are gathered, weighted, and summed by segment: there is no product with a sparse matrix.
 * The gradient is written the same way, for the one that tfjs derives is far slower.
 */
export function spmm(problem: SpmmProblem): Contender {
  const { users, items, dim, interactions } = problem;
  const data = spmmData(problem);
  const rows = tf.tensor1d(data.userOf, 'int32');
  const columns = tf.tensor1d(data.lists.indices, 'int32');
  const values = tf.tensor2d(data.values, [interactions, 1]);
  const table = tf.tensor2d(data.table, [items, dim]);
  const slope = tf.tensor2d(data.slope, [users, dim]);
  const carry = (x: tf.Tensor, from: tf.Tensor1D, to: tf.Tensor1D, count: number): tf.Tensor =>
    tf.tidy(() => tf.unsortedSegmentSum(tf.mul(tf.gather(x, from), values), to, count));
  const step = () => ({
    product: carry(table, columns, rows, users),
    gradient: carry(slope, rows, columns, items),
  });
  return {
    async check() {
      const { product, gradient } = step();
      const [loss, slopes] = await Promise.all([product.data(), gradient.data()]);
      tf.dispose([product, gradient]);
      return { loss: loss as Float32Array, gradients: { table: slopes as Float32Array } };
    },
    async run(steps) {
      for (let i = 1; i < steps; i++) tf.dispose(step());
      const last = step();
      await last.gradient.data();
      tf.dispose(last);
      return steps;
    },
  };
}
