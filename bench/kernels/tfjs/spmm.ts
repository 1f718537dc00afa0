import * as tf from '@tensorflow/tfjs';
import { spmmData, type SpmmProblem } from '../problems/spmm';
import type { Contender } from '../realm';

/** Rows are gathered, weighted, and summed by segment: there is no product with a sparse matrix. */
export function spmm(problem: SpmmProblem): Contender {
  const { users, items, dim, interactions } = problem;
  const data = spmmData(problem);
  const rows = tf.tensor1d(data.userOf, 'int32');
  const columns = tf.tensor1d(data.lists.indices, 'int32');
  const values = tf.tensor2d(data.values, [interactions, 1]);
  const table = tf.tensor2d(data.table, [items, dim]);
  const slope = tf.tensor2d(data.slope, [users, dim]);
  const product = (x: tf.Tensor): tf.Tensor =>
    tf.unsortedSegmentSum(tf.mul(tf.gather(x, columns), values), rows, users);
  const step = () => tf.valueAndGrads(product)([table], slope);
  return {
    async check() {
      const { value, grads } = step();
      const [loss, gradient] = await Promise.all([value.data(), grads[0].data()]);
      tf.dispose([value, grads]);
      return { loss: loss as Float32Array, gradients: { table: gradient as Float32Array } };
    },
    async run(steps) {
      for (let i = 1; i < steps; i++) tf.dispose(step());
      const last = step();
      await last.grads[0].data();
      tf.dispose(last);
      return steps;
    },
  };
}
