import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentSecurityPolicy } from './security.mjs';

const name = 'service-worker.js';

/**
 * Writes into the service worker the list of the app's files as they lie on the disk, each
 * with its hash, and the version that they make up.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  return {
    name: 'palate-offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = 'dist' }, bundle) {
        if (!(name in bundle)) return; // the engine's worker is built for itself
        const worker = join(dir, name);
        const files = Object.fromEntries(
          filesFor('index.html', dir)
            .filter((file) => file !== name)
            .map((file) => [file, integrityOf(join(dir, file))]),
        );
        const version = createHash('sha256').update(JSON.stringify(files)).digest('hex');
        const shell = JSON.stringify({
          version: version.slice(0, 16),
          files,
          policy: contentSecurityPolicy,
        });
        writeFileSync(
          worker,
          readFileSync(worker, 'utf8').replaceAll('__SHELL__', () => shell),
        );
      },
    },
  };
}

/** @param {string} path */
export function integrityOf(path) {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}

/**
 * A page with the files below `dir` that it mentions by name, that these mention, and so on.
 * @param {string} page
 * @param {string} dir
 */
function filesFor(page, dir) {
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => basename(file).includes('.'));
  const found = new Set([page]);
  for (const file of found) {
    const text = readFileSync(join(dir, file), 'latin1');
    for (const other of all) if (text.includes(basename(other))) found.add(other);
  }
  return [...found].sort();
}
