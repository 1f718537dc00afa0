import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunProgress, TrainRequest } from '../../src/api';
import { connect } from '../../src/client/connect';
import type { Client } from '../../src/client/connect';
import { createFakeEngine } from '../fixtures/fake-engine';

let client: Client;
let channel: MessageChannel;

beforeEach(() => {
  channel = new MessageChannel();
  expose(createFakeEngine(), channel.port1);
  client = connect(channel.port2);
});

afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

const request: TrainRequest = {
  dataset: 'demo',
  model: 'bpr-mf',
  config: { dim: 8 },
  split: 'auto',
  seed: 1,
  minValue: null,
};

test('calls cross, and so does their progress', async () => {
  const reports: RunProgress[] = [];
  const run = await client.train(request, (report) => reports.push(report));
  expect(run.state).toBe('done');
  expect(reports.at(-1)?.run.epochs.length).toBe(run.epochs.length);
});

test('errors keep their names', async () => {
  const diverging = client.train({ ...request, config: { learningRate: 1 } }, () => {});
  await expect(diverging).rejects.toMatchObject({ name: 'DivergenceError' });
});

test('buffers are moved, not copied', async () => {
  const file = new ArrayBuffer(64);
  await expect(client.importRecommender(file)).rejects.toMatchObject({ name: 'CheckpointError' });
  expect(file.byteLength).toBe(0);
});
