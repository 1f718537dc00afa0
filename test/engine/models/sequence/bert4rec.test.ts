import { bert4Rec } from '../../../../src/engine/models/sequence/bert4rec';
import { testNextItem } from '../../../fixtures/next-item';

testNextItem(
  bert4Rec,
  { dim: 16, epochs: 60, learningRate: 0.02, batchSize: 12, masked: 0.3 },
  { mrr: 0.9, walks: 16 },
);
