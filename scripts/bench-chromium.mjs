import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { buildApp } from './build.mjs';
import { findChromium, plainArguments, webGpuArguments } from './chromium.mjs';
import { giveUp } from './install.mjs';

/** What Chromium is told, for the adapters that can be chosen. */
const argumentsFor = {
  best: [...plainArguments, '--enable-unsafe-webgpu', '--enable-features=Vulkan'],
  swiftshader: webGpuArguments,
};

/**
 * Runs a bench in the built page, without a window; gives the entries and their table.
 * @param {string} name
 * @param {keyof typeof argumentsFor} adapter
 */
export async function benchInChromium(name, adapter) {
  const executablePath = findChromium();
  if (!executablePath) return giveUp('The bench needs Chromium or Chrome; or run it with --node.');
  await buildApp();
  const server = await preview({ logLevel: 'silent', preview: { port: 4500, open: false } });
  const browser = await chromium.launch({
    executablePath,
    args: argumentsFor[adapter],
    headless: false, // by its arguments: Playwright's own mode has no WebGPU
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.error(message.text()));
    await page.goto(`${server.resolvedUrls?.local[0]}bench.html`);
    const script = `bench.run(${JSON.stringify(name)}).then((entries) =>
      ({ entries, table: bench.tableOf(entries) }))`;
    return await page.evaluate(script);
  } finally {
    await browser.close();
    await server.close();
  }
}
