/**
 * How smoothly a map of many items moves: the time between frames while it is dragged for some
 * seconds, and the longest task of the main thread, in headless Chromium without a graphics
 * processor. The items are invented, and a BPR of one epoch lays them out.
 *
 *     npm run bench -- map [ITEMS] [--json]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '../../scripts/open-app.mjs';
import { watchLongTasks } from '../page/long-tasks.mjs';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const items = Number(positionals[0] ?? 60_000);
const users = 2000;
/** ms of dragging, and between two moves of the pointer. */
const [lasting, beat] = [4000, 12];

const { address, browser, close } = await openApp();
const folder = mkdtempSync(join(tmpdir(), 'palate-map-'));
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(300_000);
  await page.addInitScript(watchLongTasks);
  await openMap(page, inventRatings());
  const result = { items, ...(await drag(page)) };
  console.log(values.json ? JSON.stringify(result) : describe(result));
} finally {
  await close();
  rmSync(folder, { recursive: true });
}

/** A file in which everybody has chosen some neighbours on a circle of items, all of them chosen by someone. */
function inventRatings() {
  const lines = ['user,item'];
  const share = Math.ceil(items / users);
  for (let user = 0; user < users; user++) {
    for (let i = 0; i < 3 * share; i++) lines.push(`${user},${(user * share + i * i) % items}`);
    for (let i = 0; i < share; i++) lines.push(`${user},${(user * share + i) % items}`);
  }
  const file = join(folder, 'ratings.csv');
  writeFileSync(file, lines.join('\n'));
  return file;
}

async function openMap(page, file) {
  const find = (testId) => page.locator(`[data-testid=${testId}]`).first();
  await page.goto(address);
  await find('use-demo').waitFor();
  await find('file-input').setInputFiles(file);
  await find('import-confirm').click();
  await find('dataset-summary').waitFor();
  await find('room-train').click();
  await find('model-select').selectOption('bpr-mf');
  await find('field-epochs').fill('1');
  await find('split-select').selectOption('random');
  await find('train').click();
  await page.waitForSelector('[data-testid=training-status][data-state=done][aria-busy=false]');
  await find('room-map').click();
  await page.waitForSelector(`[data-testid=item-map][data-items="${items}"]`);
  await page.waitForTimeout(1500); // all is drawn then
}

/** Zooms in once, so that there is something to drag, and drags in circles. */
async function drag(page) {
  await page.locator('[data-testid=map-more]').click();
  await page.waitForTimeout(1500);
  const box = await page.locator('[data-testid=item-map]').boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.evaluate(watchFrames);
  const begun = performance.now();
  for (let at = 0; at < lasting; at = performance.now() - begun) {
    await page.mouse.move(middle.x + 90 * Math.sin(at / 300), middle.y + 60 * Math.cos(at / 300));
    await page.waitForTimeout(beat);
  }
  const { frames, longest } = await page.evaluate(() => globalThis.framesSeen());
  await page.mouse.up();
  const sorted = frames.sort((a, b) => a - b);
  return {
    frames: sorted.length,
    medianMs: round(sorted[sorted.length >> 1]),
    worstMs: round(sorted[sorted.length - 1]),
    longestTaskMs: longest,
  };
}

/** In the page: notes the ms between frames from now on. */
function watchFrames() {
  const frames = [];
  let last = null;
  globalThis.longest = 0;
  const note = (now) => {
    if (last !== null) frames.push(now - last);
    last = now;
    globalThis.requestAnimationFrame(note);
  };
  globalThis.requestAnimationFrame(note);
  globalThis.framesSeen = () => ({ frames, longest: Math.round(globalThis.longest) });
}

function round(ms) {
  return Math.round(10 * ms) / 10;
}

function describe({ frames, medianMs, worstMs, longestTaskMs }) {
  return [
    `${items.toLocaleString('en')} items, ${frames} frames while dragging`,
    `median ${medianMs} ms, worst ${worstMs} ms, longest task ${longestTaskMs || '< 50'} ms`,
  ].join('\n');
}
