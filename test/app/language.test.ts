import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '../../src/ui/messages';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { importRatings, reach, recommended, startTraining } from './steps';

const rooms = ['data', 'train', 'compare', 'you', 'map'] as const;

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('use-demo').waitFor();
});

afterAll(() => browser.close());

const language = () => app.page.locator('html').getAttribute('lang');

/** Words of the page without a Chinese character among them. */
function leftInEnglish(): Promise<string[]> {
  return app.page
    .locator('main :is(h2, h3, legend, label > span, option, summary, button, p)')
    .evaluateAll((all) =>
      all
        .map(({ textContent }) => textContent.trim())
        .filter((text) => /\p{Script=Latin}{3}/u.test(text) && !/\p{Script=Han}/u.test(text)),
    );
}

/** Goes through all rooms, each of which is to be in Chinese but for `names`. */
async function expectChinese(names: readonly string[] = []): Promise<void> {
  const left: string[] = [];
  for (const room of rooms) {
    await app.at(`room-${room}`).click();
    await expect.poll(() => app.page.title()).toBe(`Palate · ${messages.zh.rooms[room]}`);
    expect(await app.at(`room-${room}`).innerText()).toBe(messages.zh.rooms[room]);
    left.push(...(await leftInEnglish()));
  }
  expect(left.filter((text) => !names.includes(text))).toEqual([]);
}

test('a page that is switched to Chinese says so, in every room', async () => {
  expect(await language()).toBe('en');
  await app.at('language').selectOption({ label: '简体中文' });
  await expect.poll(language).toBe('zh-Hans');
  await expectChinese();
});

test('and with data and a model in them', async () => {
  await app.at('room-data').click();
  await importRatings(app, ratingsCsv());
  await startTraining(app, 'item-knn', {});
  await reach(app, 'done');
  await app.at('room-you').click();
  await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
  await expectChinese(['ratings.csv', 'NDCG', 'MRR', 'MAP']);
});

test('and after a reload, until it is switched back', async () => {
  await app.page.reload();
  await expect.poll(language).toBe('zh-Hans');
  expect(await app.at('language').inputValue()).toBe('zh');
  await app.at('language').selectOption('en');
  await expect.poll(language).toBe('en');
  expect(await app.at('room-data').innerText()).toBe(messages.en.rooms.data);
  expect(app.complaints).toEqual([]);
});
