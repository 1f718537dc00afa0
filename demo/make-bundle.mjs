/** The demo's ratings as files, and a bundle of what a model learns from them: what a site's owner does once. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStale } from '../scripts/stale.mjs';

const output = 'dist-demo';
const sources = ['src/engine', 'src/headless', 'demo/make-bundle.mjs', 'package-lock.json'];

/** Makes `ratings.csv`, `items.csv`, `catalog.json` and `bundle/`, unless they are newer than their sources; gives the folder. */
export async function makeBundle() {
  if (!isStale(join(output, 'bundle/manifest.json'), sources)) return output;
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./src/engine/data/demo.ts');
  const demo = module.createDemo();
  mkdirSync(output, { recursive: true });
  write('ratings.csv', ratingsOf(demo));
  write('items.csv', itemsOf(demo));
  write('catalog.json', JSON.stringify(catalogOf(demo)));
  const files = ['--data', join(output, 'ratings.csv'), '--items', join(output, 'items.csv')];
  const command = ['scripts/palate.mjs', 'train', ...files, '--model', 'als'];
  const { status } = spawnSync(process.execPath, [...command, '--bundle', join(output, 'bundle')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The bundle of the demo could not be made; see above.');
  return output;
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  writeFileSync(join(output, name), text);
}

/** @typedef {import('../src/engine/data/dataset').Dataset} Dataset */

/** @param {Dataset} demo */
function ratingsOf({ users, items, userOf, itemOf, values, timestamps }) {
  const lines = Array.from(itemOf, (item, event) =>
    [
      users.ids[userOf[event]],
      items.ids[item],
      values[event],
      Math.round(timestamps[event] / 1000),
    ].join(','),
  );
  return ['userId,itemId,rating,timestamp', ...lines, ''].join('\n');
}

/** @param {Dataset} demo */
function itemsOf(demo) {
  const lines = catalogOf(demo).map(({ item, title, year, genres }) =>
    [item, `"${title.replaceAll('"', '""')}"`, year, genres.join('|')].join(','),
  );
  return ['itemId,title,year,genres', ...lines, ''].join('\n');
}

/** @param {Dataset} demo */
function catalogOf({ items, catalog }) {
  return items.ids.map((item, index) => ({
    item,
    title: catalog?.titles?.[index] ?? item,
    year: catalog?.years?.[index] ?? null,
    genres: catalog?.genres?.[index] ?? [],
  }));
}
