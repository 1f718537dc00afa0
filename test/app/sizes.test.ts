import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { servable } from '../../src/visitor/models';

const folder = 'dist/embed';
const worker = 'palate-worker.js';

const textOf = (file: string): string => readFileSync(posix.join(folder, file), 'utf8');
const gzipped = (files: Iterable<string>): number =>
  Array.from(files, (file) => gzipSync(textOf(file), { level: 9 }).length).reduce((a, b) => a + b);

/** The files that a file names in one way or the other, as paths below the folder. */
function named(file: string, pattern: RegExp): string[] {
  return Array.from(textOf(file).matchAll(pattern), ([, name]) =>
    posix.join(posix.dirname(file), name),
  );
}

const always = (file: string) => named(file, /(?:from|import)\s*["'`](\.[^"'`]+\.js)/g);
const sometimes = (file: string) => named(file, /import\(\s*["'`](\.[^"'`]+\.js)/g);

/** These files, and what they cannot do without. */
function loadedWith(...files: string[]): ReadonlySet<string> {
  const loaded = new Set(files);
  for (const file of loaded) for (const other of always(file)) loaded.add(other);
  return loaded;
}

describe('the worker that serves a visitor', () => {
  const parts = [...loadedWith(worker)].flatMap(sometimes);
  const [wasm] = parts.filter((file) => textOf(file).includes('tfjs-backend-wasm-simd.wasm'));
  const [routines] = readdirSync(posix.join(folder, 'palate-worker'))
    .filter((name) => name.startsWith('assembly-'))
    .map((name) => `palate-worker/${name}`);
  const onProcessor = (file: string): boolean => textOf(file).includes('Hi, looks like you');

  test('computes by WebAssembly, with parts for the models', () => {
    expect([wasm, routines].every(Boolean)).toBe(true);
    expect(parts.length).toBeGreaterThan(Object.keys(servable).length / 2);
  });

  test('is 120 KB of JavaScript at most, gzipped, whichever model serves', () => {
    for (const part of parts.filter((file) => !onProcessor(file))) {
      const files = loadedWith(worker, wasm, routines, part);
      expect(gzipped(files), part).toBeLessThanOrEqual(120_000);
    }
  });
});

test.each([
  ['palate-embed.js', 3],
  ['palate-recs.js', 25],
  ['palate-frame.js', 25],
])('%s is one file, of %i KB at most, gzipped', (file, kilobytes) => {
  expect([...always(file), ...sometimes(file)]).toEqual([]);
  expect(gzipped([file])).toBeLessThanOrEqual(kilobytes * 1000);
});
