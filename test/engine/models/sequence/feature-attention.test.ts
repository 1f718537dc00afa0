import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { featureAttention } from '../../../../src/engine/models/sequence/feature-attention';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { expectNewItems, withNewItems } from '../../../fixtures/new-items';
import { testNextItem } from '../../../fixtures/next-item';

describe('without features', () =>
  testNextItem(
    featureAttention,
    { dim: 16, epochs: 25, learningRate: 0.02, batchSize: 12 },
    { mrr: 0.9, walks: 20 },
  ));

describe('with features', () => {
  let recommender: Recommender;
  beforeAll(async () => {
    await start('wasm');
    const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
    const config = smallConfig(featureAttention, { epochs: 20, batchSize: 16 });
    recommender = await learn(featureAttention, dataset, config);
  });
  afterAll(() => recommender.dispose());

  test('knows by their genre whom items suit that nobody ever chose', () =>
    expectNewItems(recommender, [stranger(0, 2, 4), stranger(1, 3, 5)]));

  test('says how it divides its attention among what it reads', async () => {
    const shares = (await recommender.attend(stranger(0, 2, 4, 6, 8, 10, 12, 14), 16))!;
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(Array.from(shares, (share) => share > 0)).toEqual(
      [false, false, true, true, true, true, true, true], // the newest six
    );
  });
});
