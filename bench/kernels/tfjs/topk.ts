import * as tf from '@tensorflow/tfjs';
import { maskOf, scoresOf, topKData, type TopKProblem } from '../problems/topk';
import type { Contender } from '../realm';

export function topk(problem: TopKProblem): Contender {
  const data = topKData(problem);
  const users = tf.tensor2d(data.users, [problem.users, problem.dim]);
  const items = tf.tensor2d(data.items, [problem.items, problem.dim]);
  const unseen = tf.tensor2d(maskOf(problem, data), [problem.users, problem.items]);

  async function choose(): Promise<Int32Array> {
    const { indices } = tf.tidy(() =>
      tf.topk(tf.add(tf.matMul(users, items, false, true), unseen), problem.k),
    );
    const chosen = (await indices.data()) as Int32Array;
    indices.dispose();
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
