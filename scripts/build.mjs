import { isStale } from './stale.mjs';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the app into `dist`, unless what lies there is newer than its sources. */
export async function buildApp() {
  if (!isStale('dist/index.html', sources)) return;
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
}
