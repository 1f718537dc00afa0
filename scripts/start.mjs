/** `npm start`: installs what is missing, builds if need be, and serves the app on this machine. */
import { install } from './install.mjs';
import { isStale } from './stale.mjs';

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

install();
const { build, preview } = await import('vite');
if (isStale('dist/index.html', sources)) await build({ logLevel: 'warn' });
const server = await preview({ preview: { open: hasDesktop() } });
console.log(`\n  Palate runs at ${server.resolvedUrls?.local[0]}\n  Stop it with Ctrl+C.\n`);

function hasDesktop() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}
