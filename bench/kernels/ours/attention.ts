import { sasRec } from '../../../src/engine/models/sequence/sasrec';
import { attentionWeights, type AttentionProblem } from '../problems/attention';
import { sequenceDataset, sequenceSeed } from '../problems/sequences';
import type { Contender } from '../realm';
import { batchesPerEpoch, endless, fitOf, learner } from './learner';

export function attention(problem: AttentionProblem): Contender {
  const { batch: batchSize, time: length, dim, blocks: layers } = problem;
  const shape = { dim, heads: 1, layers, length, batchSize };
  const fit = fitOf(sasRec, { ...shape, learningRate: 0.001, dropout: 0, loss: 'cross-entropy' });
  return learner({
    weights: attentionWeights(problem),
    seed: sequenceSeed,
    once: fit(sequenceDataset(problem, 1), 1),
    endlessly: fit(sequenceDataset(problem, batchesPerEpoch), endless),
  });
}
