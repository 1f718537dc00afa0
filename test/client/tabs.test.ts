import { expect, test, vi } from 'vitest';
import type { TrainRequest } from '../../src/api';
import { failure } from '../../src/errors';
import { telling, type News, type Tabs } from '../../src/client/tabs';
import { createFakeClient } from '../fixtures/fake-client';

/** A client, and what it has told the other tabs so far. */
function listened() {
  const news: News[] = [];
  const tabs: Tabs = { tell: (one) => news.push(one), hear: () => {} };
  return { client: telling(createFakeClient({ perEpoch: 1, epochs: 2 }), tabs), news };
}

const requestFor = (dataset: string): TrainRequest => ({
  dataset,
  model: 'bpr-mf',
  config: {},
  split: 'auto',
  seed: 1,
  minValue: null,
});

test('what changes is told once it has changed, what is only read is not', async () => {
  const { client, news } = listened();
  await client.engine.datasets();
  expect(news).toEqual([]);
  const demo = await client.engine.useDemo();
  expect(news).toEqual([{ about: 'stored' }]);
  const like = { dataset: demo.id, item: 'x', kind: 'like', value: null, at: 1 } as const;
  await client.engine.log(like);
  expect(news.at(-1)).toEqual({ about: 'opinions' });
});

test('what failed is not told', async () => {
  const { client, news } = listened();
  const failing = telling(
    { ...client, importFiles: () => Promise.reject(new Error('no')) },
    { tell: (one) => news.push(one), hear: () => {} },
  );
  await expect(failing.importFiles([], [], () => {})).rejects.toThrow('no');
  expect(news).toEqual([]);
});

test('a training is told step by step, and that it is over', async () => {
  const { client, news } = listened();
  const { id } = await client.engine.useDemo();
  const onProgress = vi.fn();
  await client.train(requestFor(id), onProgress);
  const told = news.filter(({ about }) => about === 'training');
  expect(told.slice(0, -1)).toHaveLength(onProgress.mock.calls.length);
  expect(told.at(-1)).toEqual({ about: 'training', progress: null });
  expect(news.at(-1)).toEqual({ about: 'stored' });
});

test('that a training was refused says nothing of the one that goes on', async () => {
  const { client, news } = listened();
  const busy = telling(
    { ...client, train: () => Promise.reject(failure('BusyError', 'busy')) },
    { tell: (one) => news.push(one), hear: () => {} },
  );
  await expect(busy.train(requestFor('d'), () => {})).rejects.toThrow('busy');
  expect(news.filter(({ about }) => about === 'training')).toEqual([]);
});
