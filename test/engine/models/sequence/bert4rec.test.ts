import { test } from 'vitest';
import { bert4Rec } from '../../../../src/engine/models/sequence/bert4rec';
import { expectAttention } from '../../../fixtures/attention';
import { cycle } from '../../../fixtures/cycle';
import { learn, smallConfig } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';

const config = { dim: 16, epochs: 60, learningRate: 0.02, batchSize: 12, masked: 0.3 };

testNextItem(bert4Rec, config, { mrr: 0.9, walks: 16 });

test('says how it divides its attention among what it reads, and none of it goes to the mask', async () => {
  const recommender = await learn(
    bert4Rec,
    cycle(),
    smallConfig(bert4Rec, { ...config, epochs: 1 }),
  );
  await expectAttention(recommender, 5); // the mask behind them is the sixth
  recommender.dispose();
});
