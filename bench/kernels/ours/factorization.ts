import { bprMf } from '../../../src/engine/models/bpr-mf';
import type { Contender } from '../realm';
import {
  checkedDataset,
  factorizationSeed,
  factorizationWeights,
  timedDataset,
  type FactorizationProblem,
} from '../problems/factorization';
import { endless, learner } from './learner';

export function factorization(problem: FactorizationProblem): Contender {
  const { dim, batch } = problem;
  const config = { dim, batchSize: batch, learningRate: 0.001, l2: 0 };
  return learner({
    weights: factorizationWeights(problem),
    seed: factorizationSeed,
    once: (context) => bprMf.fit(checkedDataset(problem), { ...config, epochs: 1 }, context),
    endlessly: (context) =>
      bprMf.fit(timedDataset(problem), { ...config, epochs: endless }, context),
  });
}
