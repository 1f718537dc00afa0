import { bprMf } from '../../../src/engine/models/factorization/bpr-mf';
import {
  checkedDataset,
  factorizationSeed,
  factorizationWeights,
  timedDataset,
  type FactorizationProblem,
} from '../problems/factorization';
import type { Contender } from '../realm';
import { endless, fitOf, learner } from './learner';

export function factorization(problem: FactorizationProblem): Contender {
  const { dim, batch: batchSize } = problem;
  const fit = fitOf(bprMf, { dim, batchSize, learningRate: 0.001, l2: 0 });
  return learner({
    weights: factorizationWeights(problem),
    seed: factorizationSeed,
    once: fit(checkedDataset(problem), 1),
    endlessly: fit(timedDataset(problem), endless),
  });
}
