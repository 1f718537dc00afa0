import { expect, test } from 'vitest';
import { trainOn } from '../../../src/headless/library/train';

const data = Array.from({ length: 400 }, (_zero, i) => ({
  user: i % 40,
  item: 2 * ((3 * Math.floor(i / 40) + i) % 20) + (i % 2),
  timestamp: 1e12 + i,
}));
const options = { data, model: 'bpr-mf', config: { epochs: 2, dim: 4 }, backend: 'cpu' } as const;

test('a training that is aborted rejects with the reason', async () => {
  const controller = new AbortController();
  const training = trainOn({ ...options, signal: controller.signal });
  controller.abort(new Error('changed my mind'));
  await expect(training).rejects.toThrow('changed my mind');
});

test('what was trained recommends', async () => {
  const { recommender, epochs } = await trainOn(options);
  expect(epochs).toBeGreaterThan(0);
  const list = await recommender.recommend({ history: [0, 2], k: 3 });
  expect(list.length).toBe(3);
  recommender.dispose();
});
