import { topK } from '../../../src/kernels/topk';
import * as tf from '../../../src/kernels/tensor';
import { scoresOf, topKData, type TopKProblem } from '../problems/topk';
import type { Contender } from '../realm';

export function topk(problem: TopKProblem): Contender {
  const data = topKData(problem);
  const users = tf.tensor(data.users, [problem.users, problem.dim]);
  const items = tf.tensor(data.items, [problem.items, problem.dim]);

  async function choose(): Promise<Int32Array> {
    const scores = tf.tidy(() => tf.matMul(users, items, false, true));
    const values = (await scores.data()) as Float32Array;
    scores.dispose();
    const chosen = new Int32Array(problem.users * problem.k);
    data.seen.forEach((seen, user) => {
      const row = values.subarray(user * problem.items, (user + 1) * problem.items);
      for (const item of seen) row[item] = -Infinity;
      chosen.set(topK(row, problem.k), user * problem.k);
    });
    return chosen;
  }

  return {
    check: async () => ({ loss: scoresOf(problem, data, await choose()), gradients: {} }),
    async run(steps) {
      for (let step = 0; step < steps; step++) await choose();
      return steps;
    },
  };
}
