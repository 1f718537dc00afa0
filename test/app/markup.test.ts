import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { chooseUser, dropAll, reach, recommended, startTraining } from './steps';

/** As it would stand in a file made to do harm; by its number it is told from the others. */
const hostile = (name: string) =>
  `<img src=http://elsewhere.example/x onerror=globalThis.wasRun=1>${name}`;

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
});

afterAll(() => browser.close());

/** Expects the page to show markup as text, and to have made nothing of it. */
async function expectText(): Promise<void> {
  const text = () => app.page.locator('body').innerText();
  await expect.poll(text).toContain('<img src=http://elsewhere.example/x onerror=');
  expect(await app.page.locator('img, iframe, script:not([src])').count()).toBe(0);
  expect(await app.page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
  expect(app.requests.filter((url) => url.includes('elsewhere'))).toEqual([]);
}

test('markup in titles, ids and file names is shown as it is written before an import', async () => {
  const titles = Array.from({ length: 24 }, (_zero, i) => {
    return `i${i},=1+1 ${hostile(`t${i}`)},${hostile('Drama')}`;
  });
  const users = (csv: string) => csv.replace(/^u(\d+)/gm, (user) => hostile(user));
  await dropAll(app, {
    '<img src=x>.csv': users(ratingsCsv()),
    'movies.csv': `movieId,title,genres\n${titles.join('\n')}`,
  });
  await app.at('import-preview').nth(1).waitFor();
  await expectText();
});

test('and in the data', async () => {
  await app.at('import-confirm').click();
  await app.at('dataset-summary').waitFor();
  await expectText();
});

test('and in recommendations, searches and reasons', async () => {
  await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
  await reach(app, 'done');
  await chooseUser(app, hostile('u3'));
  await expect.poll(() => recommended(app, hostile('u3'))).not.toEqual([]);
  await expectText();
  await app.at('you-search').fill('t0');
  const found = app.at('you-results').locator('[data-item="i0"]');
  await found.locator('[data-testid="you-rate"][data-value="5"]').click();
  await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
  await app.at('recommendations').locator('[data-testid="look"]').first().click();
  await app.at('causes').waitFor();
  await expectText();
});

test('and what a spreadsheet would run is saved as text', async () => {
  const saving = app.page.waitForEvent('download');
  await app.at('save-list').click();
  const file = await (await saving).createReadStream();
  const saved = (await file.toArray()).join('');
  const [head, ...rows] = saved.slice(1).split('\r\n');
  expect(head).toBe('rank,item,title,year,genres,score');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows[0]).toContain("'=1+1 <img");
});

test('and on the map and its list', async () => {
  await app.at('room-map').click();
  await app.at('item-map').waitFor();
  await app.at('map-search').fill('t1');
  await app.at('map-found').locator('button').first().click();
  await app.at('map-neighbours').locator('[data-item]').first().waitFor();
  await expectText();
});

test('and in the comparison', async () => {
  await app.at('room-compare').click();
  await app.at('run-table').waitFor();
  expect(await app.page.locator('img').count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
