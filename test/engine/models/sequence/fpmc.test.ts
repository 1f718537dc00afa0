import { fpmc } from '../../../../src/engine/models/sequence/fpmc';
import { testNextItem } from '../../../fixtures/next-item';

testNextItem(
  fpmc,
  { dim: 16, epochs: 80, learningRate: 0.05, batchSize: 12 },
  { mrr: 0.9, walks: 20 },
);
