import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { foreign, launch, openApp, type App } from './harness';
import {
  chooseUser,
  curvePoints,
  epochRows,
  importRatings,
  rate,
  reach,
  recommended,
  recommendedWithout,
  scored,
  startTraining,
  watchRows,
} from './steps';
import { setTrap, type Trap } from './trap';

/** Small enough for a GPU that is computed in software, where every dispatch takes its time. */
const tiny = { dim: 8, epochs: 2, batchSize: 64, learningRate: 0.01 };
/** One that embeds, one that attends, one that remembers. */
const models: readonly [string, Readonly<Record<string, number>>][] = [
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
    await importRatings(app, ratingsCsv(24));
    const summary = app.at('dataset-summary');
    expect(await summary.getAttribute('data-users')).toBe('24');
    expect(await summary.getAttribute('data-items')).toBe('24');
    expect(await summary.getAttribute('data-interactions')).toBe('192');
  });

  test.each(models)('trains %s while curve and table grow', async (model, settings) => {
    const rowsSeen = await watchRows(app);
    await startTraining(app, model, settings);
    expect(await app.at('training-status').getAttribute('data-state')).toBe('training');
    await reach(app, 'done');
    expect(await rowsSeen()).toEqual(expect.arrayContaining([1, 2]));
    expect(await curvePoints(app)).toBe(2);
    await app.at('training-curve').locator('canvas').first().waitFor();
    await app.at('scorecard').locator(`[data-model="${model}"]`).first().waitFor();
    expect(await app.at('order').count()).toBe(model === 'bpr-mf' ? 0 : 1);
    expect(await app.at('device').getAttribute('data-backend')).toBe('webgpu');
  });

  test('recommends to a user what that user has not met', async () => {
    await chooseUser(app, 'u0');
    await expect.poll(() => recommended(app, 'u0')).not.toEqual([]);
    expect(await recommended(app, 'u0')).not.toContain('i0');
  });

  test('recommends to the person at the screen, and never what was rated', async () => {
    await app.at('you-search').focus();
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    const before = await recommended(app, 'you');
    const best = before[0]!;
    await rate(app, best, 5);
    expect(await recommendedWithout(app, best)).not.toEqual(before.slice(1));
  });

  test('says why something is recommended, and puts it where one wants it', async () => {
    const rated = await app.at('you-opinions').locator('[data-item]').getAttribute('data-item');
    const last = (await recommended(app, 'you')).at(-1)!;
    const entry = app.at('recommendations').locator(`> [data-item="${last}"]`);
    await entry.locator('[data-testid="look"]').click();
    const cause = app.at('causes').locator(`[data-item="${rated}"]`);
    expect(Number(await cause.getAttribute('data-added'))).not.toBe(0);
    await app.at('toggle-pinned').click();
    await expect.poll(async () => (await recommended(app, 'you'))[0]).toBe(last);
    await app.at('control-effect').waitFor();
    await app.at('controls-reset').click();
    await expect.poll(async () => (await recommended(app, 'you')).at(-1)).toBe(last);
  });

  test('finds all again after a reload', async () => {
    const before = await recommended(app, 'you');
    const opinion = app.at('you-opinions').locator('[data-item]');
    const rated = await opinion.getAttribute('data-item');
    await app.page.reload();
    await app.at('device', { backend: 'webgpu' }).waitFor();
    await app.at('room-data').click();
    await app.at('dataset-summary', { interactions: '192' }).waitFor();
    await app.at('room-train').click();
    await reach(app, 'done');
    expect(await epochRows(app).count()).toBe(2);
    await app.at('room-compare').click();
    await expect.poll(() => app.at('curve-table').locator('tbody tr').count()).toBeGreaterThan(1);
    for (const [model] of models) {
      await app.at('run-table').locator(`[data-model="${model}"]`).first().waitFor();
    }
    await app.at('room-you').click();
    await expect.poll(() => recommended(app, 'you')).toEqual(before);
    expect(await opinion.getAttribute('data-item')).toBe(rated);
    const recommenders = app.at('recommender-select').locator('option');
    expect(await recommenders.count()).toBe(models.length);
  });

  test('learns on from what was rated, keeps that over a reload, and unlearns it', async () => {
    await app.at('recommender-select').selectOption({ label: 'Matrix factorization (BPR)' });
    for (const item of ['i0', 'i3', 'i6']) {
      await rate(app, item, 5);
      await expect.poll(() => recommended(app, 'you')).not.toContain(item);
    }
    expect(await app.at('learn-switch').isChecked()).toBe(false);
    const before = await scored(app);
    await app.at('learn-now').click();
    await app.at('lesson', { outcome: 'kept' }).waitFor();
    await expect.poll(() => scored(app)).not.toEqual(before);
    const learned = await scored(app);
    await app.page.reload();
    await app.at('room-you').click();
    await app.at('recommender-select').selectOption({ label: 'Matrix factorization (BPR)' });
    await expect.poll(() => scored(app)).toEqual(learned);
    await app.at('learn-undo').click();
    await app.at('lesson', { outcome: 'undone' }).waitFor();
    await expect.poll(() => scored(app)).toEqual(before);
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
