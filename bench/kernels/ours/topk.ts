import { toLists } from '../../../src/kernels/lists';
import { scoreTopK } from '../../../src/kernels/score-topk/score-topk';
import * as tf from '../../../src/kernels/tensor';
import { scoresOf, topKData, type TopKProblem } from '../problems/topk';
import type { Contender } from '../realm';

/** As a recommender ranks for many at once: what was seen is sent along each time. */
export function topk(problem: TopKProblem): Contender {
  const data = topKData(problem);
  const users = tf.tensor(data.users, [problem.users, problem.dim]);
  const items = tf.tensor(data.items, [problem.items, problem.dim]);

  async function choose(): Promise<Int32Array> {
    const best = scoreTopK(users, { items, bias: null }, toLists(data.seen), problem.k);
    const chosen = (await best.items.data()) as Int32Array;
    tf.dispose([best.items, best.scores]);
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
