import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp } from './harness';
import type { App } from './harness';
import { drop, importRatings } from './steps';

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
