import { spawnSync } from 'node:child_process';
import { isStale } from './stale.mjs';

const sources = [
  ...['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'docs/PRIVACY.md'],
  ...['scripts/assembly.mjs', 'scripts/embed.mjs', 'scripts/offline.mjs', 'scripts/security.mjs'],
  ...['scripts/serving.mjs', 'bench.html', 'bench/kernels'],
];

/** Builds the app into `dist`, unless what lies there is newer than its sources. */
export async function buildApp() {
  if (!isStale('dist/index.html', sources)) return;
  // In a process of its own: inside a test runner it would build for tests, with Lit's warnings.
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error('The app does not build; see above.');
}
