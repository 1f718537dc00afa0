/**
 * What a bundle costs a visitor in Chromium: from the element's connection to its first list, with
 * nothing in the HTTP cache and with everything, and from an event to the list that reflects it, in ms.
 *
 *     node bench/visitor/measure.mjs [--items 10000,100000] [--dim 64]
 *
 * Medians; stdout is JSON. Bytes are those of the weights with manifest and items.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildApp } from '../../scripts/build.mjs';
import { buildForNode } from '../../scripts/build-node.mjs';
import { findChromium, plainArguments } from '../../scripts/chromium.mjs';
import { root } from '../../scripts/install.mjs';

const [visits, events] = [9, 21];
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000,100000' },
    dim: { type: 'string', default: '64' },
  },
});

await buildApp();
await buildForNode({ source: 'bench/visitor/make-bundle.ts', folder: 'dist-visitor' });
const folder = mkdtempSync(join(tmpdir(), 'palate-'));
const server = createServer(answer).listen(0);
const address = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findChromium(), args: plainArguments });
const results = [];
for (const items of values.items.split(',')) {
  const bundle = join(folder, items);
  execFileSync(process.execPath, [
    join(root, 'dist-visitor/make-bundle.js'),
    bundle,
    items,
    values.dim,
  ]);
  for (const precision of ['int8', 'float32']) {
    const bytes = sizeOf(bundle, precision);
    results.push({ items: Number(items), precision, bytes, ...(await measure(items, precision)) });
  }
}
const where = { cores: cpus().length, load: loadavg()[0] };
console.log(JSON.stringify({ dim: Number(values.dim), where, results }, null, 1));
await browser.close();
server.close();

/** One visitor who comes again and again. */
async function measure(items, precision) {
  const page = await (await browser.newContext()).newPage();
  const drawn = [];
  for (let visit = 0; visit <= visits; visit++) {
    await page.goto(`${address}/page.html`);
    const bundle = `${address}/${items}`;
    drawn.push(await page.evaluate(connectAndDraw, { bundle, precision }));
  }
  const [cold, ...cached] = drawn; // the first visit fills the cache
  const afterEvents = await page.evaluate(logAndList, events);
  await page.context().close();
  return { cold, firstList: spread(cached), afterEvent: spread(afterEvents.slice(1)) };
}

/** In the page: ms from the element's connection until its list is drawn. */
async function connectAndDraw(given) {
  const { createPalate } = await import('/palate-recs.js');
  const list = globalThis.document.createElement('palate-recs');
  list.setAttribute('src', given.bundle);
  list.setAttribute('precision', given.precision);
  const drawn = new Promise((resolve, reject) => {
    list.addEventListener('palate-recommendations', resolve);
    list.addEventListener('palate-error', ({ detail }) => reject(new Error(detail.message)));
  });
  const begun = performance.now();
  globalThis.document.body.append(list);
  await drawn;
  const taken = performance.now() - begun;
  list.remove();
  globalThis.palate = createPalate(given);
  return taken;
}

/** In the page: ms from each event to the list after it. */
async function logAndList(count) {
  const { palate } = globalThis;
  const times = [];
  for (let event = 0; event < count; event++) {
    const begun = performance.now();
    await palate.log({ item: String(1 + 37 * event), event: 'like' });
    await palate.recommend({ limit: 10 });
    times.push(performance.now() - begun);
  }
  return times;
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b).map((time) => Math.round(time * 10) / 10);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

function sizeOf(bundle, precision) {
  const paths = ['manifest.json', 'items.bin', `${precision}.safetensors`].map((name) =>
    join(bundle, name),
  );
  const sum = (size) => paths.reduce((total, path) => total + size(path), 0);
  return {
    raw: sum((path) => statSync(path).size),
    gzip: sum((path) => gzipSync(readFileSync(path)).length),
  };
}

/** Serves what a site owner would: the files to embed, and the bundle, both to be kept for an hour. */
function answer({ url }, response) {
  const { pathname } = new URL(url, 'http://localhost');
  const types = {
    '.js': 'text/javascript',
    '.wasm': 'application/wasm',
    '.json': 'application/json',
  };
  if (pathname === '/page.html')
    return response.setHeader('Content-Type', 'text/html').end('<!doctype html>');
  const isBundle = /^\/\d+\//.test(pathname);
  const file = join(isBundle ? folder : join(root, 'dist/embed'), pathname);
  try {
    const body = readFileSync(file);
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'max-age=3600').end(body);
  } catch {
    response.writeHead(404).end();
  }
}
