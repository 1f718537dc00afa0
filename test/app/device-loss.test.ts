import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp } from './harness';
import { epochRows, epochValues, importRatings, reach, startTraining } from './steps';

const fields = { dim: 8, epochs: 8, batchSize: 64, learningRate: 0.005 };

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ webGpu: true });
});

afterAll(() => browser.close());

test('a training outlives its GPU, and its curve goes on as if nothing had happened', async () => {
  const app = await openApp(await browser.newContext(), '?backend=webgpu');
  await app.at('device', { backend: 'webgpu' }).waitFor();
  await importRatings(app, ratingsCsv(100, 40));
  await startTraining(app, 'bpr-mf', fields);
  await reach(app, 'done');
  const uninterrupted = await epochValues(app);

  await startTraining(app, 'bpr-mf', fields);
  await epochRows(app).nth(1).waitFor();
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess').catch(() => null); // it may not answer any more
  await reach(app, 'done');
  await app.page.getByText('The device was lost on the way').waitFor();
  expect(await epochRows(app).count()).toBe(fields.epochs);
  expect(await epochValues(app)).toEqual(uninterrupted);
});
