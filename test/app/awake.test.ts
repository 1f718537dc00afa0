import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { importRatings, reach, startTraining } from './steps';

declare global {
  interface Window {
    /** How often the screen was asked to stay on, and how many hold it now. */
    screenHeld: { asked: number; now: number };
  }
}

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript(standIn);
  app = await openApp(context, '?backend=wasm');
  await importRatings(app, ratingsCsv(100, 48));
});

afterAll(() => browser.close());

/** A screen that takes note of who keeps it on: a headless browser has none. */
function standIn(): void {
  window.screenHeld = { asked: 0, now: 0 };
  const request = (): Promise<Pick<WakeLockSentinel, 'release'>> => {
    window.screenHeld.asked++;
    window.screenHeld.now++;
    const release = (): Promise<void> => Promise.resolve(void window.screenHeld.now--);
    return Promise.resolve({ release });
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request } });
}

const held = () => app.page.evaluate(() => window.screenHeld);

test('the screen is left alone before anything is trained', async () => {
  expect(await held()).toEqual({ asked: 0, now: 0 });
});

test('it stays on while a model learns', async () => {
  await startTraining(app, 'bpr-mf', { dim: 64, epochs: 200, batchSize: 2, learningRate: 0.0002 });
  await app.at('training-table').locator('tbody tr').first().waitFor();
  expect(await held()).toEqual({ asked: 1, now: 1 });
});

test('it is held again by a tab that was hidden and is back', async () => {
  await app.page.evaluate(() => {
    window.screenHeld.now = 0; // what browsers do when a tab is hidden
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(held).toEqual({ asked: 2, now: 1 });
});

test('it may go off once the training ends', async () => {
  await app.at('stop').click();
  await reach(app, 'stopped');
  await expect.poll(held).toEqual({ asked: 2, now: 0 });
  expect(app.complaints).toEqual([]);
});
