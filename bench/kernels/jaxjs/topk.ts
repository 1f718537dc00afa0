import { jit, lax, numpy as np } from '@jax-js/jax';
import { maskOf, scoresOf, topKData, type TopKProblem } from '../problems/topk';
import type { Contender } from '../realm';

export function topk(problem: TopKProblem): Contender {
  const data = topKData(problem);
  const users = np.array(data.users).reshape([problem.users, problem.dim]);
  const items = np.array(data.items).reshape([problem.items, problem.dim]);
  const unseen = np.array(maskOf(problem, data)).reshape([problem.users, problem.items]);
  const best = jit((vectors: np.Array, table: np.Array, mask: np.Array) => {
    const [values, indices] = lax.topK(
      np.matmul(vectors, np.transpose(table)).add(mask),
      problem.k,
    );
    values.dispose();
    return indices;
  });

  const choose = async (): Promise<Int32Array> =>
    (await best(users.ref, items.ref, unseen.ref).data()) as Int32Array;

  return {
    check: async () => ({ loss: scoresOf(problem, data, await choose()), gradients: {} }),
    async run(steps) {
      for (let step = 0; step < steps; step++) await choose();
      return steps;
    },
  };
}
