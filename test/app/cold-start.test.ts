import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { breaches, openWithAxe } from './axe';
import { launch, type App } from './harness';
import { importRatings, reach, startTraining } from './steps';

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openWithAxe(browser);
  await importRatings(app, ratingsCsv(60, 48));
  await startTraining(app, 'item-knn', {});
  await reach(app, 'done');
  await app.at('scorecard').locator('tr[data-model]').nth(2).waitFor();
});

afterAll(() => browser.close());

/** The numbers of interactions of which the table tells. */
const known = () =>
  app
    .at('cold-table')
    .locator('tr[data-known]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-known')));

test('how good a model is with how few ratings is measured by the keyboard alone', async () => {
  await app.at('room-compare').click();
  await expect.poll(() => app.at('cold-measure').isEnabled()).toBe(true);
  await app.at('cold-measure').focus();
  await app.page.keyboard.press('Enter');
  await app.at('cold-verdict').waitFor();
  expect(await known()).toEqual(['0', '1', '2', '3', '5']);
  const [none, some] = ['0', '5'].map((each) =>
    app.at('cold-table').locator(`tr[data-known="${each}"] td:last-child`),
  );
  expect(Number(await none.getAttribute('data-value'))).toBeCloseTo(0, 1);
  expect(Number(await some.getAttribute('data-value'))).toBeGreaterThan(0.05);
  expect(await app.at('cold-verdict').innerText()).toMatch(/better than Popularity/);
  expect(await breaches(app.page)).toEqual([]);
});

test('it is kept with the run', async () => {
  await app.page.reload();
  await app.at('room-compare').click();
  await app.at('cold-verdict').waitFor();
  expect(await known()).toHaveLength(5);
  expect(app.complaints).toEqual([]);
});
