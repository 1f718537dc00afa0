import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launchAt, openApp, type App } from './harness';
import { hostAnything, hostFiles, type Host } from './hosts';
import { chooseUser, importAll, rate, reach, recommended, startTraining } from './steps';
import { browsersOwn } from './trap';

/** A word that stands in every id, title and file name, and may stand in nothing that is sent. */
const canary = 'zqxjk';

/** What Chromium looks for is found nowhere but on this machine. */
const lonely = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Takes every way out of a page or a worker; as text, because a test runner rewrites imports. */
const waysOut = (elsewhere: string) => `(async () => {
  const out = (way) => ${JSON.stringify(elsewhere)} + way;
  const ways = {
    fetch: () => fetch(out('fetch'), { method: 'POST', body: '${canary}', mode: 'no-cors' }),
    xhr: () => new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = resolve;
      request.open('GET', out('xhr'));
      request.send();
    }),
    socket: () => new Promise((resolve) => {
      const socket = new WebSocket(out('socket').replace('http', 'ws'));
      socket.onerror = socket.onclose = socket.onopen = resolve;
    }),
    events: () => new Promise((resolve) => (new EventSource(out('events')).onerror = resolve)),
    module: () => import(out('module')),
    script: () => importScripts(out('script')),
    worker: () => new Worker(out('worker')),
    beacon: () => navigator.sendBeacon(out('beacon'), '${canary}'),
    image: () => new Promise((resolve) => {
      const image = new Image();
      image.onload = image.onerror = resolve;
      image.src = out('image');
    }),
    sheet: () => new Promise((resolve) => {
      const sheet = document.createElement('link');
      Object.assign(sheet, { rel: 'stylesheet', href: out('sheet'), onload: resolve, onerror: resolve });
      document.head.append(sheet);
    }),
    frame: () => new Promise((resolve) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: out('frame'), onload: resolve });
      document.body.append(frame);
    }),
    text: () => new Promise((resolve, reject) => {
      setTimeout('globalThis.wasRun = true');
      setTimeout(() => (globalThis.wasRun ? resolve() : reject()), 50);
    }),
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const taken = Object.entries(ways).map(([name, take]) =>
    Promise.race([(async () => take())(), soon()]).then(() => name, () => null));
  return (await Promise.all(taken)).filter(Boolean);
})()`;

describe('on a host that sends no headers, with no name server', () => {
  let directory: string;
  let [host, elsewhere]: Host[] = [];
  let context: BrowserContext;
  let app: App;
  const netLog = () => join(directory, 'net-log.json');

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'palate-egress-'));
    [host, elsewhere] = await Promise.all([hostFiles('dist'), hostAnything()]);
    const args = [lonely, `--log-net-log=${netLog()}`];
    context = await launchAt(join(directory, 'profile'), { webGpu: false, args });
    app = await openApp(context, '?backend=wasm', host.address);
    await app.at('device', { backend: 'wasm' }).waitFor();
  });

  afterAll(async () => {
    await context.close();
    host.close();
    elsewhere.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Takes every way out of the page and of the engine, and expects all to be barred. */
  async function expectNoWayOut(): Promise<void> {
    const [engine] = app.page.workers();
    const ways = waysOut(elsewhere.address);
    expect(await app.page.evaluate(ways)).not.toContain('text');
    expect(await engine.evaluate(ways)).not.toContain('text');
    expect(elsewhere.asked).toEqual([]);
  }

  test('at the first visit, neither page nor engine can reach anybody else', expectNoWayOut);

  test('everything is done once, with a word in it that nobody may hear', async () => {
    const titles = Array.from(
      { length: 24 },
      (_zero, i) => `${canary}i${i},Story of ${canary}i${i},Drama`,
    );
    await importAll(app, {
      [`ratings-${canary}.csv`]: ratingsCsv().replace(/\b([ui])(?=\d)/g, `${canary}$1`),
      [`movies-${canary}.csv`]: `movieId,title,genres\n${titles.join('\n')}`,
    });
    await startTraining(app, 'bpr-mf', { dim: 8, epochs: 2, batchSize: 64 });
    await reach(app, 'done');
    await app.at('room-compare').click();
    await app.at('run-table').locator('[data-model="bpr-mf"]').waitFor();
    await app.at('room-map').click();
    await app.at('item-map').waitFor();
    await chooseUser(app, `${canary}u3`);
    await expect.poll(() => recommended(app, `${canary}u3`)).not.toEqual([]);
    await rate(app, `${canary}i0`, 5);
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    await app.at('recommendations').locator('[data-testid="look"]').first().click();
    await app.at('causes').waitFor();
  });

  test('once the app is kept, still nobody else is within reach', async () => {
    await app.at('offline', { state: 'yes' }).waitFor();
    await app.page.reload();
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    const controller = await app.page.evaluate(() => navigator.serviceWorker.controller?.state);
    expect(controller).toBe('activated');
    await expectNoWayOut();
  });

  test('the host was asked for the files of the app, and told nothing', async () => {
    const { asked } = host;
    expect(asked.length).toBeGreaterThan(0);
    const isFile = (url: string) => existsSync(join('dist', new URL(url, host.address).pathname));
    expect(asked.filter(({ method, url }) => method !== 'GET' || !isFile(url))).toEqual([]);
    expect(asked.map(({ body }) => body).join('')).toBe('');
    expect(JSON.stringify(asked)).not.toContain(canary);
  });

  test('and no browser of ours has ever turned to anybody else', async () => {
    const isOurs = (url: string) => url.startsWith(host.address) || /^(data|blob):/.test(url);
    const said = (url: string) => !url.startsWith(elsewhere.address); // tried above, and barred
    expect(app.requests.filter((url) => !isOurs(url) && said(url))).toEqual([]);
    await app.page.goto(elsewhere.address);
    expect(elsewhere.asked.map(({ url }) => url)).toContain('/'); // it would have been noticed
    await context.close();
    const log = await readFile(netLog(), 'utf8');
    expect(log).toContain(host.address);
    expect(log).not.toContain(canary);
    const hosts = new Set(
      Array.from(log.matchAll(/"url":"https?:\/\/([^/"]+)/g), ([, name]) => name),
    );
    const own = [host, elsewhere].map(({ address }) => new URL(address).host);
    const others = [...hosts].filter((name) => !own.includes(name) && !browsersOwn.test(name));
    expect(others).toEqual([]);
  });
});
