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
  /** An element by the name it has for automation, and by what its data attributes say. */
  at(name: string, data?: Readonly<Record<string, string>>): Locator;
}

export interface BrowserOptions {
  /** Whether there is WebGPU, if only in software. */
  readonly webGpu: boolean;
  /** Further arguments of Chromium. */
  readonly args?: readonly string[];
}

/** Starts a browser. */
export function launch(options: BrowserOptions): Promise<Browser> {
  return chromium.launch(launchOptions(options));
}

/** Starts a browser that keeps what it stores in `directory`, where the next one finds it. */
export function launchAt(directory: string, options: BrowserOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(directory, launchOptions(options));
}

/** Ends a browser from one moment to the next, with no time to save anything. */
export async function kill(context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  const session = await context.browser()!.newBrowserCDPSession();
  await session.send('Browser.crash').catch(() => null); // nobody is left to answer
  await gone;
}

function launchOptions({ webGpu, args = [] }: BrowserOptions) {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('These tests need Chromium; `npm test` can find or install it.');
  return {
    executablePath,
    headless: false, // Chromium is headless by its argument: Playwright's own mode has no WebGPU
    args: [...(webGpu ? webGpuArguments : plainArguments), ...args],
  };
}

/** Opens the app in a tab; what it stores is shared by all tabs of one context. */
export async function openApp(
  context: BrowserContext,
  query: string,
  address: string = inject('address'),
): Promise<App> {
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${address}${query}`);
  const at: App['at'] = (name, data = {}) =>
    page.locator(
      [
        `[data-testid="${name}"]`,
        ...Object.entries(data).map(([key, value]) => `[data-${key}="${value}"]`),
      ].join(''),
    );
  return { page, requests, complaints, at };
}

/** Those of the addresses that do not belong to the app itself. */
export function foreign(requests: readonly string[]): string[] {
  const { origin } = new URL(inject('address'));
  const isOurs = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
  return requests.filter((url) => !isOurs(url));
}
