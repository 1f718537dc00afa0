/**
 * What a static host bears when 1,000 visitors come for the first time, all at once: the
 * files that a first visit takes, by plain requests over loopback. Inference is in the
 * visitors' browsers, so that this is all the load there is.
 *
 *     node bench/embed/visits.mjs [--visits 1000] [--json]
 *
 * Which files those are is not guessed: a browser visits once, and is watched.
 */
import { Agent, get } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium, plainArguments } from '../../scripts/chromium.mjs';
import { buildApp } from '../../scripts/build.mjs';
import { makeBundle } from '../../demo/make-bundle.mjs';
import { serveSites } from '../../demo/sites.mjs';

const { values: options } = parseArgs({
  options: { visits: { type: 'string', default: '1000' }, json: { type: 'boolean' } },
});
const visits = Number(options.visits);

await buildApp();
const sites = await serveSites(await makeBundle(), { palate: 0, shop: 0, blog: 0 });
const files = await filesOfVisit(sites.shop);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const started = performance.now();
const results = await Promise.all(Array.from({ length: visits }, () => visit(files)));
const seconds = (performance.now() - started) / 1000;
const requests = results.flat();
agent.destroy();
await sites.close();

const bytes = requests.reduce((sum, { size }) => sum + size, 0);
const report = {
  visits,
  requestsPerVisit: files.length,
  bytesPerVisit: Math.round(bytes / visits),
  requests: requests.length,
  errors: requests.filter(({ ok }) => !ok).length,
  seconds: Number(seconds.toFixed(2)),
  files: results[0].map(({ path, size }) => ({ path, bytes: size })),
};
if (options.json) console.log(JSON.stringify(report));
else print(report);

/**
 * The paths that a browser asks for until the list is there.
 * @param {string} origin
 */
async function filesOfVisit(origin) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: plainArguments });
  const context = await browser.newContext();
  const asked = new Set();
  context.on('request', (request) => asked.add(request.url()));
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator('#for-you [data-item]:not([data-item=""])').first().waitFor();
  await browser.close();
  return [...asked];
}

/** @param {readonly string[]} addresses */
async function visit(addresses) {
  return Promise.all(addresses.map(ask));
}

/**
 * @param {string} address
 * @returns {Promise<{ path: string, ok: boolean, size: number }>}
 */
function ask(address) {
  const { pathname: path } = new URL(address);
  return new Promise((resolve) => {
    const request = get(address, { agent }, (response) => {
      let size = 0;
      response.on('data', (chunk) => (size += chunk.length));
      response.on('end', () => resolve({ path, ok: response.statusCode === 200, size }));
      response.on('error', () => resolve({ path, ok: false, size }));
    });
    request.on('error', () => resolve({ path, ok: false, size: 0 }));
  });
}

/** @param {typeof report} result */
function print({ files: sizes, ...totals }) {
  for (const { path, bytes: size } of sizes) {
    console.log(`${(size / 1000).toFixed(1).padStart(9)} kB  ${path}`);
  }
  console.log(totals);
}
