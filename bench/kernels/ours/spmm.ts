import { propagate } from '../../../src/kernels/sparse-product/sparse-product';
import { toSparsePair } from '../../../src/kernels/sparse';
import * as tf from '../../../src/kernels/tensor';
import { spmmData, type SpmmProblem } from '../problems/spmm';
import type { Contender } from '../realm';

export function spmm(problem: SpmmProblem): Contender {
  const { users, items, dim } = problem;
  const data = spmmData(problem);
  const pair = toSparsePair(data.lists, data.values, items);
  const table = tf.tensor(data.table, [items, dim]);
  const slope = tf.tensor(data.slope, [users, dim]);
  const step = () => tf.valueAndGrads((x) => propagate(pair, x))([table], slope);
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
