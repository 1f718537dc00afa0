import { beforeAll, expect, test } from 'vitest';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { withRecommender } from '../../../src/engine/models/saved';
import { toCheckpoint } from '../../../src/engine/training/train';
import { learnWeights, onDevice, start, stranger } from '../../fixtures/learning';
import { twoTastes } from '../../fixtures/two-tastes';

const dataset = twoTastes({ users: 6, items: 8, chosen: 2 });
beforeAll(async () => void (await start('cpu')));

test('a checkpoint is on the device for the work alone, whether or not that fails', async () => {
  const weights = await learnWeights(popularity, dataset, {});
  const checkpoint = toCheckpoint(popularity, {}, dataset, { weights });
  const before = onDevice();
  const [scores] = await withRecommender(checkpoint, (recommender) =>
    recommender.score([stranger()]),
  );
  expect(scores.length).toBe(8);
  const failed = withRecommender(checkpoint, () => Promise.reject(new Error('no more')));
  await expect(failed).rejects.toThrow('no more');
  expect(onDevice()).toEqual(before);
});
