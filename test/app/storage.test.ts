import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp } from './harness';
import type { App } from './harness';
import { drop, epochRows, epochValues, importRatings, reach, startTraining } from './steps';

/** Long enough to be cut off, and never ended early. */
const long = { dim: 8, epochs: 20, batchSize: 16, learningRate: 0.005 };

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

describe('a training that is cut off', () => {
  /** ms within which a training in progress has been written down, with an epoch or more. */
  const checkpointsEvery = 7_000;

  test('goes on as if it had not been', async () => {
    await importRatings(app, ratingsCsv(200, 48));
    await startTraining(app, 'bpr-mf', long);
    await reach(app, 'done');
    const uninterrupted = await epochValues(app);

    await app.at('train').click();
    await reach(app, 'training');
    await app.page.waitForTimeout(checkpointsEvery);
    await app.page.reload();
    await app.at('room-train').click();
    await reach(app, 'paused');
    expect(await epochRows(app).count()).toBeGreaterThan(0);
    await app.at('resume').click();
    await reach(app, 'done');
    expect(await epochValues(app)).toEqual(uninterrupted);
  });
});

test('a file that is not ratings is refused, and changes nothing', async () => {
  await importRatings(app, ratingsCsv());
  const before = await storedRecords(app);
  await drop(app, 'letter.txt', 'Dear reader,\n\nthis is a letter.\nIt rates nothing.\n');
  await app.at('import-confirm').waitFor();
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
