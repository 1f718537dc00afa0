import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { epochRows, importRatings, rate, reach, recommended, startTraining } from './steps';

/** Many small steps: there is time to look at both tabs. */
const long = { dim: 64, epochs: 200, batchSize: 2, learningRate: 0.0002 };

let browser: Browser;
let context: BrowserContext;
let [one, other]: App[] = [];

const open = () => openApp(context, '?backend=wasm');

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  context = await browser.newContext();
  one = await open();
  other = await open();
  for (const app of [one, other]) await app.at('device', { backend: 'wasm' }).waitFor();
});

afterAll(() => browser.close());

test('what one tab imports is in the other', async () => {
  await importRatings(one, ratingsCsv(100, 48));
  await other.at('dataset-summary').waitFor();
  expect(await other.at('dataset-summary').getAttribute('data-users')).toBe('100');
});

test('what is trained in one serves in both, and what is said in one is heard in the other', async () => {
  await startTraining(one, 'item-knn', {});
  await reach(one, 'done');
  await other.at('room-you').click();
  await rate(one, 'i0', 5);
  await other.at('you-opinions').locator('[data-item="i0"]').waitFor();
  await expect.poll(() => recommended(one, 'you')).not.toEqual([]);
  await expect.poll(() => recommended(other, 'you')).toEqual(await recommended(one, 'you'));
});

test('a training is followed, and steered, from the other tab', async () => {
  await startTraining(one, 'bpr-mf', long);
  await other.at('room-train').click();
  await other.at('following').waitFor();
  expect(await other.at('train').isDisabled()).toBe(true);
  await epochRows(other).nth(2).waitFor();
  await other.at('pause').click();
  await reach(one, 'paused');
  await reach(other, 'paused');
  await other.at('resume').click();
  await reach(one, 'training');
  await reach(other, 'training');
});

test('a tab that is opened later follows too', async () => {
  const third = await open();
  await third.at('room-train').click();
  await third.at('following').waitFor();
  expect(await third.at('train').isDisabled()).toBe(true);
  await third.page.close();
});

test('when the tab that trains is closed, the other goes on by itself', async () => {
  const rows = await epochRows(other).count();
  await one.page.close();
  await other.at('following').waitFor({ state: 'detached' });
  await reach(other, 'training');
  await expect.poll(() => epochRows(other).count()).toBeGreaterThan(rows);
  await other.at('stop').click();
  await reach(other, 'stopped');
});

test('what one tab deletes is gone from the other', async () => {
  one = await open();
  await one.at('dataset-summary').waitFor();
  await one.at('delete-everything').click();
  await one.at('delete-confirm').click();
  await other.at('room-data').click();
  await other.at('dataset-summary').waitFor({ state: 'detached' });
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});
