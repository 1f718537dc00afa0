import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { sasRec } from '../../../../src/engine/models/sequence/sasrec';
import { cycle } from '../../../fixtures/cycle';
import { expectAttention } from '../../../fixtures/attention';
import { learn, learnWeights, smallConfig, start } from '../../../fixtures/learning';
import { testNextItem } from '../../../fixtures/next-item';
import { expectOrder, expectOrderNeeded } from '../../../fixtures/order';

const settings = { dim: 16, epochs: 25, learningRate: 0.02, batchSize: 12 };
const config = smallConfig(sasRec, settings);

describe('on a cycle', () => testNextItem(sasRec, settings, { mrr: 0.95, walks: 23 }));

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  recommender = await learn(sasRec, cycle(), config);
});
afterAll(() => recommender.dispose());

test('reads the newest of a history, in their order', () => expectOrder(recommender));

test('says how it divides its attention among what it reads', () =>
  expectAttention(recommender, 6));

test('refuses to learn an order from single interactions', () => expectOrderNeeded(sasRec, config));

test('refuses heads that do not divide the embedding', async () => {
  const uneven = { ...config, dim: 16, heads: 3 };
  await expect(learnWeights(sasRec, cycle(), uneven)).rejects.toMatchObject({
    name: 'ConfigError',
    message: expect.stringContaining('“heads” (3) must divide “dim” (16)'),
  });
});
