/** A Chromium that can run the browser tests, wherever it may be. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Chromium's full headless mode, which behaves as with a screen; here it has no WebGPU. */
export const plainArguments = ['--headless=new', '--no-sandbox'];

/** WebGPU without a GPU: SwiftShader computes it in software. */
export const webGpuArguments = [
  ...plainArguments,
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where systems that do not use the PATH keep their browsers. */
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => [
    join(process.env[variable] ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env[variable] ?? '', 'Chromium/Application/chrome.exe'),
    join(process.env[variable] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

const playwrightCaches = [
  process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
];

const inPlaywrightCache = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** The path of the first browser there is, the one in `CHROMIUM_PATH` before all others; or undefined. */
export function findChromium() {
  return candidates().find((path) => existsSync(path));
}

/** Installs Debian's Chromium, where that is possible. */
export function installChromium() {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  console.log('Installing Chromium for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  });
}

function candidates() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...playwrightCaches.flatMap(inCache),
    ...applications,
  ];
}

/** @param {string} cache */
function inCache(cache) {
  if (!cache || !existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => inPlaywrightCache.map((path) => join(cache, name, path)));
}

/** Ubuntu's package of that name only points to a snap, which does not run everywhere. */
function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}
