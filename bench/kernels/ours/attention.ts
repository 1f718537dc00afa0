import { sasRec } from '../../../src/engine/models/sasrec';
import { attentionWeights, type AttentionProblem } from '../problems/attention';
import { sequenceDataset, sequenceSeed } from '../problems/sequences';
import type { Contender } from '../realm';
import { batchesPerEpoch, endless, learner } from './learner';

export function attention(problem: AttentionProblem): Contender {
  const { batch, time, dim, blocks } = problem;
  const config = {
    dim,
    heads: 1,
    layers: blocks,
    length: time,
    batchSize: batch,
    learningRate: 0.001,
    dropout: 0,
  };
  return learner({
    weights: attentionWeights(problem),
    seed: sequenceSeed,
    once: (context) => sasRec.fit(sequenceDataset(problem, 1), { ...config, epochs: 1 }, context),
    endlessly: (context) =>
      sasRec.fit(
        sequenceDataset(problem, batchesPerEpoch),
        { ...config, epochs: endless },
        context,
      ),
  });
}
