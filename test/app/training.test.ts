import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import type { App } from './harness';
import { foreign, launch, openApp } from './harness';
import type { Trap } from './trap';
import { setTrap } from './trap';
import { chooseUser, epochRows, importRatings, rate, reach } from './steps';
import { recommended, startTraining } from './steps';

/** Small enough for a GPU that is computed in software. */
const tiny = { dim: 8, epochs: 4, batchSize: 64, learningRate: 0.01 };
const models: [string, Readonly<Record<string, number>>][] = [
  ['bpr-mf', tiny],
  ['sasrec', { ...tiny, length: 8, layers: 1 }],
  ['lstm4rec', { ...tiny, length: 8 }],
];

describe('on WebGPU, from a dropped file to recommendations', () => {
  let browser: Browser;
  let app: App;
  let trap: Trap;

  beforeAll(async () => {
    trap = await setTrap();
    browser = await launch({ webGpu: true, args: trap.args });
    app = await openApp(await browser.newContext(), '?backend=webgpu');
  });

  afterAll(async () => {
    await browser.close();
    trap.close();
  });

  test('computes on an adapter', async () => {
    await app.at('device', { backend: 'webgpu' }).waitFor();
    expect(await app.at('device').getAttribute('data-adapter')).not.toBe('');
  });

  test('takes the file in', async () => {
    await importRatings(app, ratingsCsv());
    const summary = app.at('dataset-summary');
    expect(await summary.getAttribute('data-users')).toBe('40');
    expect(await summary.getAttribute('data-items')).toBe('24');
    expect(await summary.getAttribute('data-interactions')).toBe('320');
  });

  test.each(models)('trains %s while the table grows', async (model, settings) => {
    await startTraining(app, model, settings);
    expect(await app.at('training-status').getAttribute('data-state')).toBe('training');
    for (let epoch = 1; epoch <= 2; epoch++) {
      await epochRows(app)
        .nth(epoch - 1)
        .waitFor({ timeout: 60_000 });
    }
    await reach(app, 'done');
    expect(await epochRows(app).count()).toBeGreaterThanOrEqual(2);
    await app.at('scorecard').locator(`[data-model="${model}"]`).first().waitFor();
  });

  test('recommends to a user what that user has not met', async () => {
    await chooseUser(app, 'u0');
    await expect.poll(() => recommended(app)).not.toEqual([]);
    expect(await recommended(app)).not.toContain('i0');
  });

  test('recommends to the person at the screen, and never what was rated', async () => {
    await rate(app, 'i2', 5);
    await expect.poll(() => recommended(app)).not.toContain('i2');
    expect(await recommended(app)).not.toEqual([]);
  });

  test('finds all again after a reload', async () => {
    const before = await recommended(app);
    await app.page.reload();
    await app.at('device', { backend: 'webgpu' }).waitFor();
    await app.at('room-data').click();
    await app.at('dataset-summary', { interactions: '320' }).waitFor();
    await app.at('room-train').click();
    await reach(app, 'done');
    expect(await epochRows(app).count()).toBeGreaterThanOrEqual(2);
    await app.at('room-compare').click();
    for (const [model] of models) {
      await app.page.locator(`[data-model="${model}"]`).first().waitFor();
    }
    await app.at('room-you').click();
    await expect.poll(() => recommended(app)).toEqual(before);
  });

  test('asked nobody else for anything, and broke no rule of its own', () => {
    expect(app.requests.length).toBeGreaterThan(0);
    expect(foreign(app.requests)).toEqual([]);
    expect(app.complaints).toEqual([]);
    expect(trap.caught()).toEqual([]);
  });

  test('and whoever had left would have been caught', async () => {
    await app.page.goto('http://elsewhere.example/').catch(() => null);
    expect(trap.caught()).toContain('elsewhere.example');
  });
});
