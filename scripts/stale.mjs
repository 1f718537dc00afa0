import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether `output` is missing, or older than anything in `sources`. Folders count
 * too: theirs is the time at which something was last added or removed.
 * @param {string} output
 * @param {readonly string[]} sources files and folders
 */
export function isStale(output, sources) {
  return !existsSync(output) || Math.max(...sources.map(newest)) > statSync(output).mtimeMs;
}

/**
 * When a file, or anything in a folder, was last changed: ms since the epoch.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path);
  const within = stat.isDirectory()
    ? readdirSync(path).map((name) => newest(join(path, name)))
    : [];
  return Math.max(stat.mtimeMs, ...within);
}
