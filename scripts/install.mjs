/** Makes the repository runnable: the right Node, and the packages that the lock file names. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Goes to the repository's root and installs what is missing there; what npm says goes to stderr. */
export function install() {
  checkNode();
  process.chdir(root);
  if (isInstalled()) return;
  console.error('Installing the packages that Palate is built with …');
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--include=dev'], { stdio: ['ignore', 2, 2] })
    : spawnSync('npm ci --include=dev', { stdio: ['ignore', 2, 2], shell: true });
  if (status !== 0) giveUp('npm could not install the packages; its message is above.');
}

/**
 * Ends the program with a message for a person.
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fits) return;
  giveUp(
    `Palate needs Node 20.19 or newer (of 22, 22.12 or newer); this is ${process.versions.node}.\n` +
      'Get one from https://nodejs.org and try again.',
  );
}

/** Whether what lies in node_modules is what the lock file asks for. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const present = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(([path, { version, optional }]) =>
    path in present ? present[path].version === version : optional || path === '',
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
