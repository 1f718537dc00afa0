/** `npm start`: installs what is missing, builds if need be, and serves the app on this machine. */
import { install } from './install.mjs';
import { buildApp } from './build.mjs';

install();
await buildApp();
const { preview } = await import('vite');
const server = await preview({ preview: { open: hasDesktop() } });
console.log(`\n  Palate runs at ${server.resolvedUrls?.local[0]}\n  Stop it with Ctrl+C.\n`);

function hasDesktop() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}
