/** What axe, a checker of accessibility, has to say of a page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openApp, type App } from './harness';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe into every page that `context` opens from now on, past the policy that bars all but our own scripts. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: source });
}

/** The app on WASM in a context of its own, with axe in it. */
export async function openWithAxe(browser: Browser): Promise<App> {
  const context = await browser.newContext();
  await bringAxe(context);
  return openApp(context, '?backend=wasm');
}

/** Every breach of WCAG 2.2 AA, and of good practice, as `rule: where (what)`. */
export function breaches(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (values) => {
    const { violations } = await window.axe.run({ runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id}: ${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`,
      ),
    );
  }, rules);
}
