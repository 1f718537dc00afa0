/**
 * The same journey in Firefox as in Chromium, driven over WebDriver BiDi: import, train,
 * recommend, reload, reload with the server gone.
 *
 *     node bench/firefox/journey.mjs
 *
 * Needs Firefox 140 or newer, in the PATH or named by FIREFOX_PATH; none is installed for it.
 * Prints one JSON value: the browser, the backend that it had, and how long each step took.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { preview } from 'vite';
import { buildApp } from '../../scripts/build.mjs';

const executablePath = findFirefox();
if (!executablePath) {
  console.error('No Firefox was found. Install one, or set FIREFOX_PATH to its program.');
  process.exit(0);
}

await buildApp();
let server = await preview({ logLevel: 'silent', preview: { port: 4420, open: false } });
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: { 'dom.webgpu.enabled': true },
});
const page = await browser.newPage();
page.setDefaultTimeout(120_000);
const complaints = [];
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('console', (message) => {
  if (message.type() === 'error') complaints.push(message.text());
});
const requests = [];
page.on('request', (request) => requests.push(request.url()));

const steps = {};
let list = [];
await step('open', async () => {
  await page.goto(server.resolvedUrls.local[0]);
  await find('device');
});
const device = await page.$eval('[data-testid=device]', ({ dataset }) => ({ ...dataset }));
await step('import', async () => {
  await drop('ratings.csv', ratings(200, 60));
  await click('import-confirm');
  await find('dataset-summary');
});
await step('train', async () => {
  await click('room-train');
  await page.select('[data-testid=model-select]', 'bpr-mf');
  await click('train');
  await find('training-status', '[data-state=done][aria-busy=false]');
});
await step('recommend', async () => {
  await click('room-you');
  await page.type('[data-testid=you-search]', 'i0');
  await click('you-results', ' [data-item=i0] [data-testid=you-rate][data-value="5"]');
  list = await recommended();
});
await step('reload', async () => {
  await page.reload();
  expectSame(list, await recommended());
});
await step('offline', async () => {
  await find('offline', '[data-state=yes]');
  await server.close();
  server = null;
  await page.reload();
  expectSame(list, await recommended());
});

console.log(
  JSON.stringify(
    {
      browser: await browser.version(),
      device,
      seconds: steps,
      recommended: list.slice(0, 5),
      foreign: requests.filter((url) => !/^(http:\/\/localhost:4420\/|blob:|data:)/.test(url)),
      complaints,
    },
    null,
    1,
  ),
);
await browser.close();
await server?.close();

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function step(name, work) {
  const begun = performance.now();
  await work();
  steps[name] = Math.round(performance.now() - begun) / 1000;
}

/** Waits for an element by the name it has for automation. */
function find(testId, rest = '') {
  return page.waitForSelector(`[data-testid=${testId}]${rest}`);
}

async function click(testId, rest = '') {
  const element = await find(testId, rest);
  await element.evaluate((each) => each.click());
}

/** What is recommended to the person at the screen, once there is anything, without what was rated. */
async function recommended() {
  const entries = '[data-testid=recommendations][data-for=you] [data-item][data-score]';
  await page.waitForFunction(
    (each) => {
      const all = [...globalThis.document.querySelectorAll(each)];
      return all.length > 0 && all.every(({ dataset }) => dataset.item !== 'i0');
    },
    {},
    entries,
  );
  return page.$$eval(entries, (all) => all.map(({ dataset }) => dataset.item));
}

function drop(name, text) {
  return page.evaluate(
    (file, content) => {
      const { DataTransfer, DragEvent, File, document } = globalThis;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    name,
    text,
  );
}

function expectSame(before, after) {
  if (before.join() !== after.join()) throw new Error(`Before ${before}; after ${after}.`);
}

/** Even users choose even items, odd users odd ones. */
function ratings(users, items) {
  const rows = ['userId,movieId,rating,timestamp'];
  for (let user = 0; user < users; user++) {
    for (let at = 0; at < items / 3; at++) {
      const item = (2 * ((user * 5 + at) % (items / 2)) + (user % 2)) % items;
      rows.push(`u${user},i${item},${3 + ((user + at) % 3)},${1_500_000_000 + at * 1000 + user}`);
    }
  }
  return rows.join('\n');
}

function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['firefox-esr', 'firefox'];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(named ? [named] : []), ...paths].find((path) => existsSync(path));
}
