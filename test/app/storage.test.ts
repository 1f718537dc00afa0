import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp } from './harness';
import type { App } from './harness';
import { drop, importRatings, rate, reach, recommended, startTraining } from './steps';

let browser: Browser;
let context: BrowserContext;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
});

beforeEach(async () => {
  context = await browser.newContext();
  app = await openApp(context, '?backend=wasm');
  await app.at('device', { backend: 'wasm' }).waitFor();
});

afterEach(() => context.close());
afterAll(() => browser.close());

/** How many records are stored, of whatever kind. */
function storedRecords({ page }: App): Promise<number> {
  return page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let records = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        records += await answerOf(database.transaction(store).objectStore(store).count());
      }
      database.close();
    }
    return records;
  });
}

test('a file that is not ratings is refused, and changes nothing', async () => {
  await importRatings(app, ratingsCsv());
  const before = await storedRecords(app);
  await drop(app, 'letter.txt', 'Dear reader,\n\nthis is a letter.\nIt rates nothing.\n');
  await app.at('error', { error: 'InputError' }).waitFor();
  expect(await app.at('error').innerText()).toContain('letter.txt');
  expect(await app.at('import-confirm').isDisabled()).toBe(true);
  expect(await storedRecords(app)).toBe(before);
  await app.at('import-cancel').click();
  await app.at('dataset-summary', { interactions: '320' }).waitFor();
});

test('and in Chinese, why it is refused is said in Chinese alone', async () => {
  const elsewhere = await browser.newContext({ locale: 'zh-CN' });
  const chinese = await openApp(elsewhere, '?backend=wasm');
  await chinese.at('device', { backend: 'wasm' }).waitFor();
  await drop(chinese, '1.txt', 'Dear reader,\n\nthis is a letter.\nIt rates nothing.\n');
  await chinese.at('error', { error: 'InputError' }).waitFor();
  const said = await chinese.at('error').innerText();
  expect(said).toContain('1.txt');
  expect(said.replace('1.txt', '')).not.toMatch(/[a-z]/i);
  await elsewhere.close();
});

/** All that is stored in IndexedDB, files included, as text in which any id can be looked for. */
function storedText({ page }: App): Promise<string> {
  return page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const records: unknown[] = await answerOf(
          database.transaction(store).objectStore(store).getAll(),
        );
        for (const record of records) {
          found.push(record instanceof Blob ? await record.text() : JSON.stringify(record));
        }
      }
      database.close();
    }
    return found.join('\n');
  });
}

/** The addresses and the text of all that is kept in caches, which are the files of the app. */
function cachedText({ page }: App): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
    }
    return found.join('\n');
  });
}

test('an opinion, a model and a data set are gone for good once they are deleted', async () => {
  await importRatings(app, ratingsCsv().replace(/\bi0\b/g, 'zqxjk'));
  await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
  await reach(app, 'done');
  await rate(app, 'zqxjk', 5);
  const opinion = app.at('you-opinions').locator('[data-item="zqxjk"]');
  await opinion.waitFor();
  await expect.poll(() => storedText(app)).toContain('"kind":"rate"');
  await opinion.locator('[data-testid="take-back"]').click();
  await opinion.waitFor({ state: 'detached' });
  expect(await storedText(app)).not.toContain('"kind":');
  await expect.poll(() => recommended(app, 'you')).not.toEqual([]);

  expect(await storedText(app)).toContain('palate-recommender');
  await app.at('model-card').locator('summary').click();
  await app.at('remove-recommender').click();
  await app.at('remove-recommender-confirm').click();
  await app.at('recommendations').waitFor({ state: 'detached' });
  expect(await storedText(app)).not.toContain('palate-recommender');

  await app.at('room-compare').click();
  await app.at('remove-run').click();
  await app.at('remove-run-confirm').click();
  await app.at('run-table').waitFor({ state: 'detached' });
  expect(await storedText(app)).not.toContain('bpr-mf');

  await app.at('room-data').click();
  await app.at('remove-dataset').click();
  await app.at('remove-confirm').click();
  await app.at('dataset-summary').waitFor({ state: 'detached' });
  expect(await storedText(app)).not.toContain('zqxjk');
  expect(await cachedText(app)).not.toContain('zqxjk');
});

test('a model is exported without anybody in it, or with all if that is asked for', async () => {
  await importRatings(app, ratingsCsv());
  await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
  await reach(app, 'done');
  await app.at('room-you').click();
  await app.at('model-card').locator('summary').click();
  const exported = async (): Promise<string> => {
    const download = app.page.waitForEvent('download');
    await app.at('export-recommender').click();
    return readFile(await (await download).path(), 'latin1');
  };
  const itemOnly = await exported();
  expect(itemOnly).toContain('i7');
  expect(itemOnly).not.toContain('u7');
  await app.at('export-users').check();
  expect(await exported()).toContain('u7');
});

test('deleting everything leaves nothing', async () => {
  await importRatings(app, ratingsCsv());
  expect(await storedRecords(app)).toBeGreaterThan(0);
  await app.at('delete-everything').click();
  await app.at('delete-confirm').click();
  await app.at('dataset-summary').waitFor({ state: 'detached' });
  await expect.poll(() => storedRecords(app)).toBe(0);
  await app.page.reload();
  await app.at('device').waitFor();
  expect(await app.at('dataset-summary').count()).toBe(0);
});

test.each([
  ['everything', 'delete-everything', 'delete-confirm'],
  ['its data', 'remove-dataset', 'remove-confirm'],
])('a training that goes on while %s goes brings nothing back', async (_what, remove, confirm) => {
  await importRatings(app, ratingsCsv(200, 48));
  await startTraining(app, 'bpr-mf', { dim: 64, epochs: 40, batchSize: 2, learningRate: 0.0002 });
  await app.at('training-status', { state: 'training' }).waitFor();
  await app.at('pause').click();
  await reach(app, 'paused');
  expect(await storedText(app)).toContain('bpr-mf');
  await app.at('room-data').click();
  await app.at(remove).click();
  await app.at(confirm).click();
  await app.at('dataset-summary').waitFor({ state: 'detached' });
  // The training has ended by now, and nobody minds.
  expect(await app.at('error').count()).toBe(0);
  await importRatings(app, ratingsCsv());
  await startTraining(app, 'popularity', {});
  await reach(app, 'done');
  expect(await storedText(app)).not.toContain('bpr-mf');
});
