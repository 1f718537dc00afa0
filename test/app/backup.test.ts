import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import {
  dropAll,
  importRatings,
  rate,
  reach,
  recommended,
  recommendedWithout,
  startTraining,
} from './steps';

let browser: Browser;
let app: App;
let backup: Buffer;
let before: (string | null)[];

const open = async () => openApp(await browser.newContext(), '?backend=wasm');

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await open();
  await app.at('device', { backend: 'wasm' }).waitFor();
});

afterAll(() => browser.close());

const restore = ({ at }: App, buffer: Buffer) =>
  at('import-backup').setInputFiles({ name: 'palate.backup', mimeType: '', buffer });

test('everything goes into one file', async () => {
  await importRatings(app, ratingsCsv());
  await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
  await reach(app, 'done');
  await rate(app, 'i0', 5);
  before = await recommendedWithout(app, 'i0');
  await app.at('room-data').click();
  const download = app.page.waitForEvent('download');
  await app.at('export-backup').click();
  backup = await readFile(await (await download).path());
  expect(backup.includes('palate-backup-1')).toBe(true);
});

test('and comes out of it in another browser', async () => {
  app = await open();
  await app.at('device', { backend: 'wasm' }).waitFor();
  expect(await app.at('dataset-summary').count()).toBe(0);
  await restore(app, backup);
  await app.at('dataset-summary', { interactions: '320' }).waitFor();
  await app.at('room-you').click();
  await app.at('you-opinions').locator('[data-item="i0"]').waitFor();
  await expect.poll(() => recommended(app, 'you')).toEqual(before);
  await app.at('room-compare').click();
  await app.at('run-table').locator('[data-model="bpr-mf"]').waitFor();
});

test('a damaged one is refused after the question, and nothing is replaced', async () => {
  const spoilt = Buffer.from(backup);
  spoilt[spoilt.length - 100] ^= 1;
  await app.at('room-data').click();
  await restore(app, spoilt);
  await app.at('restore-confirm').click();
  await app.at('error', { error: 'BackupError' }).waitFor();
  expect(await app.at('error').innerText()).toMatch(/damaged/);
  await app.page.reload();
  await app.at('dataset-summary', { interactions: '320' }).waitFor();
});

test('one that is dropped on the page is restored after the same question', async () => {
  const dropped = () => dropAll(app, { 'palate.backup': new Blob([new Uint8Array(backup)]) });
  await dropped();
  await app.at('restore-confirm').waitFor();
  await app.page.keyboard.press('Escape');
  await app.at('restore-confirm').waitFor({ state: 'hidden' });
  await app.page.evaluate(() => window.palate.engine.useDemo());
  await dropped();
  await app.at('restore-confirm').click();
  const stored = () => app.page.evaluate(() => window.palate.engine.datasets());
  await expect.poll(async () => (await stored()).map(({ name }) => name)).toEqual(['ratings.csv']);
  expect(await app.at('error').count()).toBe(0);
});

test('a file that is none is called so', async () => {
  await restore(app, Buffer.from('userId,movieId\n1,2\n'));
  await app.at('restore-confirm').click();
  await app.at('error', { error: 'BackupError' }).waitFor();
  expect(await app.at('error').innerText()).toContain('Export a backup');
});

test('the page says whether the browser will keep what is stored', async () => {
  const granted = await app.page.evaluate(() => navigator.storage.persisted());
  const said = app.at('lasting', { state: granted ? 'yes' : 'no' });
  await said.waitFor();
  expect(await said.innerText()).toMatch(granted ? /promised/ : /export a backup/);
  expect(app.complaints).toEqual([]);
});
