import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preview, type PreviewServer } from 'vite';
import { integrityOf } from '../../scripts/offline.mjs';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { importRatings, reach, startTraining } from './steps';

const port = 4302;
let folder: string;
let server: PreviewServer;
let browser: Browser;
let app: App;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palate-update-'));
  await cp('dist', folder, { recursive: true });
  server = await preview({
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port, strictPort: true, open: false },
  });
  browser = await launch({ webGpu: false });
  app = await openApp(await browser.newContext(), '?backend=wasm', `http://localhost:${port}/`);
  await app.at('offline', { state: 'yes' }).waitFor();
  await importRatings(app, ratingsCsv(24));
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Puts another version in the place of the one that is served. */
async function publish(mark: string): Promise<void> {
  const [page, worker] = [join(folder, 'index.html'), join(folder, 'service-worker.js')];
  const before = integrityOf(page);
  await writeFile(page, (await readFile(page, 'utf8')).replace('<head>', `<head><!--${mark}-->`));
  const text = await readFile(worker, 'utf8');
  await writeFile(
    worker,
    text.replace(before, integrityOf(page)).replace(/"version":"/, `$&${mark}`),
  );
}

const look = () => app.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const served = () => app.page.evaluate(() => document.head.innerHTML);

test('a newer version waits for a training, and for a click', async () => {
  await publish('newer');
  await look();
  await app.at('update').waitFor();
  expect(await app.at('take-update').isDisabled()).toBe(false);
  await startTraining(app, 'sasrec', { dim: 128, epochs: 1000, length: 100 });
  await app.at('training-status', { state: 'training' }).waitFor();
  expect(await app.at('take-update').isDisabled()).toBe(true);
  await app.at('stop').click();
  await reach(app, 'stopped');
  expect(await served()).not.toContain('newer');
});

test('it takes over without losing what is stored', async () => {
  await app.at('take-update').click();
  await expect.poll(served).toContain('newer');
  await app.at('device', { backend: 'wasm' }).waitFor();
  await app.at('room-data').click();
  await app.at('dataset-summary', { interactions: '192' }).waitFor();
  expect(await app.at('update').count()).toBe(0);
});

test('a version with a file that is not as it was built is not taken', async () => {
  await publish('broken');
  const page = join(folder, 'index.html');
  await writeFile(page, `${await readFile(page, 'utf8')}<!-- meddled with -->`);
  await look();
  await app.page.reload();
  await app.at('offline', { state: 'yes' }).waitFor();
  await app.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => null);
  });
  expect(await app.at('update').count()).toBe(0);
  expect(await served()).not.toContain('broken');
});
