import { caser } from '../../../../src/engine/models/sequence/caser';
import { testNextItem } from '../../../fixtures/next-item';

testNextItem(
  caser,
  { dim: 16, epochs: 40, learningRate: 0.02, batchSize: 12, dropout: 0.1 },
  { mrr: 0.9, walks: 22 },
);
