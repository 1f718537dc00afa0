/** The built app in a real browser, and a record of all that it asked for and complained of. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium, plainArguments, webGpuArguments } from '../../scripts/chromium.mjs';

export interface App {
  readonly page: Page;
  /** The addresses that the page and its workers asked for. */
  readonly requests: readonly string[];
  /** What the console was told: errors, exceptions, breaches of the security policy. */
  readonly complaints: readonly string[];
  /** An element by the name it has for automation. */
  at(name: string): Locator;
}

/** Starts a browser that has WebGPU, if only in software, or one that has none. */
export function launch({ webGpu }: { readonly webGpu: boolean }): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('These tests need Chromium; `npm test` can find or install it.');
  // Chromium is headless by its argument: Playwright's own mode has no WebGPU.
  return chromium.launch({
    executablePath,
    headless: false,
    args: webGpu ? webGpuArguments : plainArguments,
  });
}

/** Opens the app in a tab; what it stores is shared by all tabs of one context. */
export async function openApp(context: BrowserContext, query: string): Promise<App> {
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${inject('address')}${query}`);
  return { page, requests, complaints, at: (name) => page.getByTestId(name) };
}

/** Those of the addresses that do not belong to the app itself. */
export function foreign(requests: readonly string[]): string[] {
  const { origin } = new URL(inject('address'));
  const isOurs = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
  return requests.filter((url) => !isOurs(url));
}
