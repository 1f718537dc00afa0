import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { buildApp } from './build.mjs';
import { findChromium, plainArguments } from './chromium.mjs';

/** The built app, served where `address` says, and a browser to open it in; `close` ends both. */
export async function openApp() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Install Chromium or Chrome, or name it in CHROMIUM_PATH.');
  await buildApp();
  const server = await preview({ logLevel: 'silent', preview: { port: 4400, open: false } });
  const browser = await chromium.launch({ executablePath, args: plainArguments });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { address: `${server.resolvedUrls?.local[0]}?backend=wasm`, browser, close };
}
