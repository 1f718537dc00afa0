import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preview, type PreviewServer } from 'vite';
import { ratingsCsv } from '../fixtures/ratings';
import { launchAt, openApp, type App } from './harness';
import {
  importRatings,
  rate,
  reach,
  recommended,
  recommendedWithout,
  startTraining,
} from './steps';

/** Served from here for one visit, and then no more. */
const port = 4301;
const address = `http://localhost:${port}/`;
const options = { webGpu: false };

let directory: string;
let server: PreviewServer | null;
let context: BrowserContext;
let app: App;
let before: (string | null)[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'palate-offline-'));
  server = await preview({ logLevel: 'silent', preview: { port, strictPort: true, open: false } });
  context = await launchAt(directory, options);
});

afterAll(async () => {
  await context.close();
  await server?.close();
  await rm(directory, { recursive: true, force: true });
});

test('one visit keeps the app, and nothing that is not part of it', async () => {
  app = await openApp(context, '?backend=wasm', address);
  await app.at('offline', { state: 'yes' }).waitFor();
  const kept = await app.page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
  expect(kept).toContain(`${address}index.html`);
  expect(kept.filter((url) => !url.startsWith(address) || url.includes('bench'))).toEqual([]);
});

test('with its server gone, the app opens, imports, trains and recommends', async () => {
  await server!.close();
  server = null;
  await expect(fetch(address)).rejects.toThrow();
  await app.page.reload();
  await app.at('device', { backend: 'wasm' }).waitFor();
  await importRatings(app, ratingsCsv(24));
  await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
  await reach(app, 'done');
  await rate(app, 'i0', 5);
  await app.at('you-opinions').locator('[data-item="i0"]').waitFor();
  before = await recommendedWithout(app, 'i0');
});

test('and finds all of it again after the browser was restarted', async () => {
  await context.close();
  context = await launchAt(directory, options);
  app = await openApp(context, '?backend=wasm', address);
  await app.at('device', { backend: 'wasm' }).waitFor();
  await app.at('room-you').click();
  await expect.poll(() => recommended(app, 'you')).toEqual(before);
  expect(app.complaints).toEqual([]);
});

test('the policy that keeps all else out holds there too', async () => {
  const reached = await app.page.evaluate(() =>
    fetch('http://elsewhere.example/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  const policy = await app.page.evaluate(async () =>
    (await fetch('./')).headers.get('Content-Security-Policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(app.complaints.join()).toContain('Content Security Policy');
});
