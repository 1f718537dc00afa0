/** The npm package as others meet it: packed, installed into an empty project, and used there. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../demo/static-host.mjs';
import { itemsIn } from './embedded';
import { launch, openApp } from './harness';

const run = promisify(execFile);

/** The project that has the package, and what a program there says. */
let project: string;
let said: {
  readonly left: readonly string[];
  readonly names: readonly (readonly string[])[];
  readonly models: number;
  readonly lists: Readonly<Record<string, readonly { item: string; title: string }[]>>;
  readonly again: readonly unknown[];
  readonly metrics: Readonly<Record<string, number>>;
  readonly protocol: string;
  readonly failed: string;
};

const tool = (name: string, ...args: string[]) =>
  run(process.execPath, [resolve('node_modules', name), ...args], environment(project));
const npm = (cwd: string, ...args: string[]) =>
  run('npm', args, { ...environment(cwd), shell: process.platform === 'win32' });

/** As in a terminal: without what npm and Vitest tell their children. */
function environment(cwd: string) {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV|VITE)/.test(name));
  return { cwd, env: { ...Object.fromEntries(own), XDG_STATE_HOME: join(project, 'state') } };
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'palate-consumer-'));
  await cp('test/fixtures/consumer', project, { recursive: true });
  await run(process.execPath, ['scripts/build-package.mjs'], environment('.'));
  const { stdout } = await npm('dist-package', 'pack', '--json', '--pack-destination', project);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await npm(project, 'install', '--offline', '--no-audit', '--no-fund', filename);
  await tool('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  const learned = await run(process.execPath, ['learn.js'], environment(project));
  expect(learned.stderr).toBe('');
  said = JSON.parse(learned.stdout) as typeof said;
}, 180_000);

afterAll(() => rm(project, { recursive: true, force: true }));

const idsOf = (list: readonly { item: string }[]): string[] => list.map(({ item }) => item);

test('it brings no other package', async () => {
  const installed = await readdir(join(project, 'node_modules'));
  expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['palate']);
});

describe('in Node', () => {
  test('importing it does nothing, not even where there is no page', () => {
    expect(said.left).toEqual([]);
    expect(said.names).toEqual([
      ['createPalate', 'palate'],
      ['PalateRecs', 'createPalate', 'palate'],
    ]);
  });

  test('models learn from rows and recommend', () => {
    const { lists, again } = said;
    expect(said.models).toBeGreaterThan(20);
    expect(idsOf(lists.ease).slice(0, 2).sort()).toEqual(['solaris', 'ubik']);
    expect(lists.ease.map(({ title }) => title)).toContain('UBIK');
    for (const list of [lists.popularity, lists['bpr-mf']]) {
      expect(new Set(idsOf(list)).size).toBe(3);
      expect(idsOf(list)).not.toContain('dune');
    }
    expect(again).toEqual(lists.ease);
  });

  test('a model is judged, and a failure has a name', () => {
    expect(said.protocol).toBe('leave-one-out');
    expect(said.metrics['hr@10']).toBeGreaterThan(0);
    expect(said.failed).toMatch(/^NotFoundError: There is no model “oracle”/);
  });

  test('the command is there', async () => {
    const command = join(project, 'node_modules/palate/node/cli.js');
    const { stdout } = await run(process.execPath, [command, 'models', '--json']);
    expect(JSON.parse(stdout)).toHaveLength(said.models);
  });
});

describe('in a page', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;

  beforeAll(async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    site = await serveSite({
      port: 0,
      folders: {
        '/': join(project, 'dist'),
        '/palate/': join(project, 'node_modules/palate'),
      },
      headers: { 'Content-Security-Policy': `${policy}; worker-src 'self'` },
    });
    browser = await launch({ webGpu: false });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (page: string) => openApp(await browser.newContext(), page, `${site.origin}/`);

  /** The lists that a page has asked for, once they are there. */
  async function listsOf(name: string): Promise<string[][]> {
    const { page, complaints } = await open(name);
    const lists = page.locator('html[data-lists]');
    await lists.waitFor({ state: 'attached' }).catch(() => expect(complaints).toEqual([]));
    return JSON.parse((await lists.getAttribute('data-lists')) ?? '[]') as string[][];
  }

  /** The script that a built page begins with, and its size, gzipped. */
  async function scriptOf(page: string) {
    const html = await readFile(join(project, 'dist', page), 'utf8');
    const [, path] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
    const text = await readFile(join(project, 'dist', path), 'utf8');
    return { text, size: gzipSync(text, { level: 9 }).length };
  }

  test('what is not used is not there', async () => {
    const [used, unused] = [await scriptOf('index.html'), await scriptOf('unused.html')];
    expect(used.size).toBeLessThan(4000);
    expect(used.text).not.toContain('palate-recommendations');
    expect(unused.size).toBeLessThan(300);
    expect(unused.text).not.toContain('EmbedError');
  });

  test('a visitor gets recommendations, under a strict policy', async () => {
    const [popular, own] = await listsOf('index.html');
    expect(popular).toHaveLength(6);
    expect(own.toSorted()).toEqual(['solaris', 'ubik']);
  });

  test('the element is defined where it is imported', async () => {
    const { page } = await open('element.html');
    expect(await itemsIn(page.locator('palate-recs'))).toHaveLength(4);
  });

  test('without a bundler, the worker is found beside the module, or at an address with a query', async () => {
    const lists = await listsOf('plain.html');
    expect(lists.map(({ length }) => length)).toEqual([3, 3]);
  });
});

test('TypeScript knows what there is, strictly and without looking away', async () => {
  const { stdout } = await tool('typescript/bin/tsc', '-p', '.').catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
});
