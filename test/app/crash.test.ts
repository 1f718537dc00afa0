import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { kill, launchAt, openApp, type App } from './harness';
import { epochRows, epochValues, importRatings, reach, startTraining } from './steps';

/** Many small steps: long enough to do something between the first epoch and the last, on any machine. */
const long = { dim: 64, epochs: 40, batchSize: 2, learningRate: 0.0002 };
/** ms within which a training that was asked to pause has done so, and has written a checkpoint. */
const toPause = 1_000;

describe('a training that is cut off', () => {
  let directory: string;
  let context: BrowserContext;
  let app: App;
  let uninterrupted: (string | null)[];

  async function open(): Promise<void> {
    context = await launchAt(directory, { webGpu: false });
    app = await openApp(context, '?backend=wasm');
    await app.at('device', { backend: 'wasm' }).waitFor();
  }

  /** Trains until a checkpoint lies behind, and some of what came after it would be lost. */
  async function trainBeyondCheckpoint(): Promise<void> {
    await startTraining(app, 'bpr-mf', long);
    await epochRows(app).first().waitFor();
    await app.at('pause').click();
    await reach(app, 'paused');
    await app.page.waitForTimeout(toPause);
    const rows = await epochRows(app).count();
    await app.at('resume').click();
    await epochRows(app).nth(rows).waitFor();
  }

  /** Expects the training to be found paused, and to end as if it had not been cut off. */
  async function expectSameEnd(): Promise<void> {
    await app.at('room-train').click();
    await reach(app, 'paused');
    expect(await epochRows(app).count()).toBeGreaterThan(0);
    expect(await epochRows(app).count()).toBeLessThan(uninterrupted.length / 2);
    await resumeToTheEnd().catch(async (error: unknown) => {
      if (!String(error).includes('Target crashed')) throw error;
      // Chromium may lose a page by itself, if rarely: that is one cut more.
      app = await openApp(context, '?backend=wasm');
      await app.at('room-train').click();
      await reach(app, 'paused');
      await resumeToTheEnd();
    });
    expect(await epochValues(app)).toEqual(uninterrupted);
  }

  async function resumeToTheEnd(): Promise<void> {
    await app.at('resume').click();
    await reach(app, 'done');
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'palate-'));
    await open();
    await importRatings(app, ratingsCsv(200, 48));
    await startTraining(app, 'bpr-mf', long);
    await reach(app, 'done');
    uninterrupted = await epochValues(app);
  }, 120_000);

  afterAll(async () => {
    await context.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  test('has a curve to compare with', () => {
    expect(uninterrupted).not.toContain(null);
    expect(new Set(uninterrupted).size).toBeGreaterThan(long.epochs);
  });

  test('by a crash of the page goes on as if it had not been', async () => {
    await trainBeyondCheckpoint();
    await Promise.all([
      app.page.waitForEvent('crash'),
      app.page.goto('chrome://crash').catch(() => null),
    ]);
    app = await openApp(context, '?backend=wasm');
    await expectSameEnd();
  });

  test('by the end of the browser goes on as if it had not been', async () => {
    await trainBeyondCheckpoint();
    await kill(context);
    await open();
    await expectSameEnd();
  });
});
