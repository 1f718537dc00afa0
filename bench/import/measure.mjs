/**
 * What it costs to bring in a large file: rows a second from the click to the stored data, beside
 * PapaParse, which only counts the rows of the same file, in a worker of the same browser; the
 * peak of the memory; the longest task of the main thread. Then BPR learns for one epoch; or the
 * same import is cancelled while it reads, sorts and stores.
 *
 *     npm run bench -- import [ROWS | FILE]… [--json] [--train] [--cancel]
 *
 * Linux only: memory is read from /proc.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { buildApp } from '../../scripts/build.mjs';
import { findChromium, plainArguments } from '../../scripts/chromium.mjs';
import { cancelEverywhere } from './cancel.mjs';
import { makeRatings } from './make-ratings.mjs';
import { watchMemory } from './memory.mjs';
import { watchLongTasks } from '../page/long-tasks.mjs';

const patience = 30 * 60_000; // ms
const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    train: { type: 'boolean', default: false },
    cancel: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

await buildApp();
const folder = mkdtempSync(join(tmpdir(), 'palate-import-'));
const app = await preview({ logLevel: 'silent', preview: { port: 4410, open: false } });
const peer = await servePeer();
try {
  const results = [];
  for (const wanted of positionals.length > 0 ? positionals : ['5000000']) {
    results.push(await measure(fileFor(wanted)));
  }
  console.log(values.json ? JSON.stringify(results, null, 1) : table(results));
} finally {
  await app.close();
  peer.close();
  rmSync(folder, { recursive: true });
}

function fileFor(wanted) {
  if (existsSync(wanted)) return wanted;
  const file = join(folder, `ratings-${wanted}.csv`);
  makeRatings(file, Number(wanted));
  return file;
}

async function measure(file) {
  const papa = await inBrowser((page) => countWithPapa(page, file));
  const palate = await inBrowser((page, watch) => importWithPalate(page, watch, file));
  const cancelled = values.cancel
    ? await inBrowser((page, watch) =>
        cancelEverywhere(page, watch, app.resolvedUrls.local[0], file),
      )
    : undefined;
  return { file: basename(file), papa, ...palate, cancelled };
}

/** Does `work` in a browser of its own, and adds the peaks of its memory. */
async function inBrowser(work) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: plainArguments });
  const watch = watchMemory();
  try {
    const page = await (await browser.newContext()).newPage();
    return await work(page, watch);
  } finally {
    watch.stop();
    await browser.close();
  }
}

async function countWithPapa(page, file) {
  await page.goto(`http://localhost:${peer.address().port}/`);
  await page.locator('input').setInputFiles(file);
  const { rows, ms } = await page.evaluate(() => globalThis.count());
  return { rows, seconds: ms / 1000 };
}

async function importWithPalate(page, watch, file) {
  await page.addInitScript(watchLongTasks);
  const find = (testId) => page.locator(`[data-testid=${testId}]`).first();
  await page.goto(`${app.resolvedUrls.local[0]}?backend=wasm`);
  await find('use-demo').waitFor();
  await find('file-input').setInputFiles(file);
  await find('import-confirm').waitFor();
  await page.evaluate(() => (globalThis.longest = 0));
  watch.restart();
  const begun = performance.now();
  const reading = page
    .waitForSelector('[data-testid=import-progress]:not([data-phase=reading])', {
      timeout: patience,
    })
    .then(() => performance.now());
  await find('import-confirm').click();
  await page.waitForSelector('[data-testid=dataset-summary][data-interactions]', {
    timeout: patience,
  });
  const seconds = (performance.now() - begun) / 1000;
  const readSeconds = ((await reading) - begun) / 1000;
  const rows = Number(await find('dataset-summary').getAttribute('data-interactions'));
  const longest = await page.evaluate(() => Math.round(globalThis.longest));
  const palate = {
    rows,
    readSeconds,
    seconds,
    longestTaskMs: longest,
    ...watch.peaks(),
    largestPart: await largestPart(page),
  };
  return { palate, ...(values.train && { training: await trainBpr(page, watch, find) }) };
}

/** One epoch of BPR, until it has been validated. */
async function trainBpr(page, watch, find) {
  await find('room-train').click();
  await find('model-select').selectOption('bpr-mf');
  await find('field-epochs').fill('1');
  await page.evaluate(() => (globalThis.longest = 0));
  watch.restart();
  const begun = performance.now();
  await find('train').click();
  await page.waitForSelector('[data-testid=training-status][data-epoch="1"]', {
    timeout: patience,
  });
  await page.waitForSelector('[data-testid=training-table] tr:has([data-metric])', {
    timeout: patience,
  });
  const seconds = (performance.now() - begun) / 1000;
  return {
    seconds,
    longestTaskMs: await page.evaluate(() => Math.round(globalThis.longest)),
    ...watch.peaks(),
  };
}

/** Bytes of the largest record of a file in the database. */
function largestPart(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = globalThis.indexedDB.open('palate');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('files').objectStore('files').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(Math.max(...reading.result.map(({ size }) => size)));
          };
        };
      }),
  );
}

/** A page with PapaParse in a worker: what it takes to count the rows of a file. */
async function servePeer() {
  const library = fileURLToPath(
    new URL('../../node_modules/papaparse/papaparse.min.js', import.meta.url),
  );
  const page = `<input type="file"><script>
    const worker = new Worker('worker.js');
    globalThis.count = () => new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(document.querySelector('input').files[0]);
    });
  </script>`;
  const worker = `importScripts('papaparse.js');
    onmessage = ({ data }) => {
      const begun = performance.now();
      let rows = 0;
      Papa.parse(data, {
        header: false,
        skipEmptyLines: true,
        chunk: (results) => { rows += results.data.length; },
        complete: () => postMessage({ rows: rows - 1, ms: performance.now() - begun }),
      });
    };`;
  const server = createServer(({ url }, response) => {
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    if (url === '/papaparse.js') createReadStream(library).pipe(response);
    else response.end(url === '/' ? page : worker);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return server;
}

function describeCancel({ phase, ms, files, datasets, beforeMiB, afterMiB }) {
  const left = `${files + datasets} records left`;
  return `Cancelled while ${phase}: stopped after ${ms} ms, ${left}, renderer ${beforeMiB} MiB then ${afterMiB} MiB`;
}

function table(results) {
  const thousands = (n) => Math.round(n / 1000).toLocaleString('en');
  const lines = results.map(({ file, papa, palate, training }) => [
    file,
    palate.rows.toLocaleString('en'),
    `${thousands(palate.rows / palate.readSeconds)}k`,
    `${thousands(palate.rows / palate.seconds)}k`,
    `${thousands(papa.rows / papa.seconds)}k`,
    palate.seconds.toFixed(1),
    palate.rendererMiB,
    palate.browserMiB,
    palate.longestTaskMs || '< 50',
    training ? `${training.seconds.toFixed(0)} s, ${training.rendererMiB} MiB` : '–',
  ]);
  const head = [
    'file',
    'rows',
    'rows/s, read',
    'rows/s, stored',
    'PapaParse',
    'seconds',
    'renderer MiB',
    'browser MiB',
    'longest task, ms',
    'BPR, one epoch',
  ];
  const rows = [head, head.map(() => '---'), ...lines];
  return [
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    ...results.flatMap(({ cancelled = [] }) => cancelled.map(describeCancel)),
  ].join('\n');
}
