/** A plain host of static files, as any site has one. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {ReadonlyMap<string, string>} */
const types = new Map(
  Object.entries({
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
  }),
);

/**
 * @typedef {object} Site
 * @property {number} port 0 for any that is free
 * @property {Readonly<Record<string, string>>} folders what lies at which path; the longest path counts
 * @property {Readonly<Record<string, string>>} [headers] sent with every file
 * @property {Readonly<Record<string, string>>} [words] put into pages in place of `%NAME%`
 */

/**
 * Serves a site on this machine.
 * @param {Site} site
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serveSite({ port, folders, headers = {}, words = {} }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileAt(pathname, folders);
    if (file === null) return void response.writeHead(404, headers).end();
    response.writeHead(200, {
      'Content-Type': types.get(extname(file)) ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      ...headers,
    });
    response.end(packed(file, words));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(null)));
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://localhost:${taken}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/**
 * What was compressed once, by file and the time of its last change.
 * @type {Map<string, import('node:buffer').Buffer>}
 */
const kept = new Map();

/**
 * A file, gzipped as hosts do.
 * @param {string} file
 * @param {Readonly<Record<string, string>>} words
 */
function packed(file, words) {
  const key = JSON.stringify([file, statSync(file).mtimeMs, words]);
  const content =
    kept.get(key) ?? gzipSync(file.endsWith('.html') ? pageOf(file, words) : readFileSync(file));
  kept.set(key, content);
  return content;
}

/**
 * @param {string} file
 * @param {Readonly<Record<string, string>>} words
 */
function pageOf(file, words) {
  return readFileSync(file, 'utf8').replaceAll(/%(\w+)%/g, (_, name) => words[name] ?? '');
}

/**
 * @param {string} path of an address
 * @param {Site['folders']} folders
 */
function fileAt(path, folders) {
  const [prefix] = Object.keys(folders)
    .filter((start) => path.startsWith(start))
    .sort((a, b) => b.length - a.length);
  if (prefix === undefined) return null;
  const within = normalize(decodeURIComponent(path.slice(prefix.length))) || '.';
  if (within.startsWith('..')) return null;
  const asked = join(folders[prefix], within);
  const file =
    existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  return existsSync(file) ? file : null;
}
