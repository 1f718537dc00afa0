/**
 * What it costs to bring in large files: rows a second from the click to the stored data, beside
 * PapaParse, which only counts the rows of the same files, in a worker of a browser of its own; the
 * peak of the memory; the longest task of the main thread; and what it takes to open the app again.
 * Then BPR learns for one epoch; or the same import is cancelled while it reads, sorts and stores.
 *
 *     npm run bench -- import [ROWS | FILE[+FILE…]]… [--json] [--train] [--cancel] [--alone]
 *
 * Files that are joined by `+` are dropped together; archives are left to Palate alone,
 * and with `--alone` all files are.
 * Linux only: memory is read from /proc.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { buildApp } from '../../scripts/build.mjs';
import { findChromium, plainArguments } from '../../scripts/chromium.mjs';
import { cancelEverywhere } from './cancel.mjs';
import { finder, importWithPalate, patience } from './drop.mjs';
import { makeRatings } from './make-ratings.mjs';
import { watchMemory } from './memory.mjs';
import { countWithPapa, servePeer } from './papa.mjs';
import { table } from './table.mjs';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    train: { type: 'boolean', default: false },
    cancel: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

await buildApp();
const folder = mkdtempSync(join(tmpdir(), 'palate-import-'));
const app = await preview({ logLevel: 'silent', preview: { port: 4410, open: false } });
const address = app.resolvedUrls.local[0];
const peer = await servePeer();
try {
  const results = [];
  for (const wanted of positionals.length > 0 ? positionals : ['5000000']) {
    results.push(await measure(wanted.split('+').map(fileFor)));
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

async function measure(files) {
  const isAlone = values.alone || files.some((file) => file.endsWith('.zip'));
  const papa = isAlone ? null : await inBrowser((page) => countWithPapa(page, peer, files));
  const palate = await inBrowser(async (page, watch) => {
    const dropped = await importWithPalate(page, watch, address, files);
    const isTrained = values.train && !dropped.refusal;
    return { ...dropped, ...(isTrained && { training: await trainBpr(page, watch) }) };
  });
  const cancelled = values.cancel
    ? await inBrowser((page, watch) => cancelEverywhere(page, watch, address, files[0]))
    : undefined;
  return { files: files.map((file) => basename(file)).join(' + '), papa, palate, cancelled };
}

/** Does `work` in a browser of its own, which stores on the disk as a person's does. */
async function inBrowser(work) {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: plainArguments,
  });
  const watch = watchMemory();
  try {
    return await work(await browser.newPage(), watch);
  } finally {
    watch.stop();
    await browser.close();
    rmSync(profile, { recursive: true });
  }
}

/** One epoch of BPR, until it has been validated. */
async function trainBpr(page, watch) {
  const find = finder(page);
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
