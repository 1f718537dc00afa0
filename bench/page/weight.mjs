/**
 * What each room weighs, gzipped: what a first visit loads, and what is loaded besides once
 * the room is used with the demo. Counts every file that the page and its workers ask for.
 *
 *     node bench/page/weight.mjs
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openApp } from '../../scripts/open-app.mjs';

const { address, browser, close } = await openApp();
// Without the service worker, which loads everything in advance when the page is idle.
const context = await browser.newContext({ serviceWorkers: 'block' });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
const loaded = new Set();
const asked = new Set();
context.on('request', (request) => asked.add(new URL(request.url()).pathname));

await page.goto(address);
await find('device').waitFor();
await find('use-demo').waitFor();
await weigh('first visit');
await find('use-demo').click();
await find('dataset-summary').waitFor();
await weigh('data');
await find('room-train').click();
await find('model-select').selectOption('bpr-mf');
await find('field-epochs').fill('3');
await find('train').click();
await page.waitForSelector('[data-testid=training-status][data-state=done][aria-busy=false]');
await weigh('train');
await find('room-compare').click();
await find('run-table').waitFor();
await weigh('compare');
await find('room-you').click();
await find('recommendations').locator('li').first().waitFor();
await weigh('you');
await find('room-map').click();
await find('item-map').waitFor();
await weigh('map');
await close();

/** @param {string} testId */
function find(testId) {
  return page.locator(`[data-testid=${testId}]`).first();
}

/**
 * Prints the files that were asked for since the last call, and what they weigh.
 * @param {string} room
 */
async function weigh(room) {
  await page.waitForTimeout(1000);
  const fresh = [...asked].filter((path) => !loaded.has(path));
  for (const path of fresh) loaded.add(path);
  const files = fresh.map((path) => ({ path, bytes: gzippedSize(path) }));
  const kilobytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(`${room.padEnd(12)} ${kilobytes.toFixed(1).padStart(8)} kB`);
  for (const { path, bytes } of files.sort((a, b) => b.bytes - a.bytes)) {
    console.log(`  ${(bytes / 1000).toFixed(1).padStart(8)}  ${path}`);
  }
}

/** @param {string} path of an address */
function gzippedSize(path) {
  try {
    return gzipSync(readFileSync(join('dist', path === '/' ? 'index.html' : path))).length;
  } catch {
    return 0; // not a file of the app
  }
}
