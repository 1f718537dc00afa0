/**
 * What a person's own file costs in the page: rows, seconds, the longest task of the
 * main thread while importing and while training, peak memory of the page's processes.
 *
 *     node bench/page/measure.mjs ratings.csv movies.csv
 *
 * Files that belong together go into one call. Linux only: memory is read from /proc.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openApp } from '../../scripts/open-app.mjs';
import { watchLongTasks } from './long-tasks.mjs';

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Say which files to drop.');

const { address, browser, close } = await openApp();
const page = await browser.newPage();
await page.addInitScript(watchLongTasks);
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, memoryOfRenderers())), 250);

await page.goto(address);
await find('use-demo').waitFor();
await page.evaluate(() => (globalThis.longest = 0));
await find('file-input').setInputFiles(files);
await find('import-confirm').waitFor();
const begun = performance.now();
await find('import-confirm').click();
await page.waitForSelector('[data-testid=dataset-summary][data-interactions]', {
  timeout: 600_000,
});
const seconds = (performance.now() - begun) / 1000;
const rows = Number(await find('dataset-summary').getAttribute('data-interactions'));
const importing = await longestTask();

await find('room-train').click();
await find('model-select').selectOption('bpr-mf');
await find('field-epochs').fill('2');
await page.evaluate(() => (globalThis.longest = 0));
await find('train').click();
await page.waitForSelector('[data-testid=training-status][data-state=done]', { timeout: 900_000 });
const training = await longestTask();

clearInterval(watch);
console.log(
  JSON.stringify({
    files: files.map((file) => basename(file)),
    rows,
    importSeconds: Number(seconds.toFixed(2)),
    longestTaskMs: { importing, training },
    peakMiB: Math.round(peak / 2 ** 20),
  }),
);
await close();

function find(testId) {
  return page.locator(`[data-testid=${testId}]`).first();
}

/** In ms; tasks under 50 ms are not reported by the browser, and count as 0. */
function longestTask() {
  return page.evaluate(() => Math.round(globalThis.longest));
}

/** Resident bytes of the largest renderer: the page and its worker. */
function memoryOfRenderers() {
  const found = execFileSync('pgrep', ['-f', 'type=renderer'], { encoding: 'utf8' });
  const sizes = found.split('\n').filter(Boolean).map(residentBytes);
  return Math.max(0, ...sizes);
}

function residentBytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0; // it ended in the meantime
  }
}
