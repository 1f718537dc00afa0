import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '../../src/ui/messages';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { importRatings, reach, startTraining } from './steps';

const { lead } = messages.en.map;

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('device', { backend: 'wasm' }).waitFor();
  await importRatings(app, ratingsCsv());
});

afterAll(() => browser.close());

/** Looks at an item, and gives what is found most like it. */
async function neighboursOf(item: string): Promise<string[]> {
  await app.at('map-search').fill(item);
  await app.at('map-found').locator(`[data-item="${item}"] button`).click();
  await app.at('map-chosen', { item }).waitFor();
  const near = app.at('map-neighbours').locator('[data-item]');
  await near.nth(9).waitFor();
  return near.evaluateAll((all) => all.map((each) => each.getAttribute('data-item')!));
}

test.each([
  ['item-knn', {}, lead.choosers],
  ['als', { dim: 8 }, lead.model],
] as const)(
  'items lie on a map with %s, near what the same people chose',
  async (model, settings, words) => {
    await startTraining(app, model, settings);
    await reach(app, 'done');
    await app.at('room-map').click();
    await app.at('item-map').waitFor();
    await expect.poll(() => app.at('map-lead').innerText()).toBe(words);
    const near = await neighboursOf('i0');
    expect(near.slice(0, 5).map((item) => Number(item.slice(1)) % 2)).toEqual([0, 0, 0, 0, 0]);
    expect(app.complaints).toEqual([]);
  },
);

test.each([1280, 390])('nothing lies over the map in a window of %i px', async (width) => {
  await app.page.setViewportSize({ width, height: 900 });
  const { bottom } = await boxOf(app.at('item-map'));
  for (const name of ['map-more', 'map-less', 'map-whole']) {
    const button = await boxOf(app.at(name));
    expect(button.top, name).toBeGreaterThanOrEqual(bottom);
    const legend = await app.at('map-legend').locator('button').all();
    for (const entry of legend) expect(overlap(button, await boxOf(entry)), name).toBe(false);
  }
});

function boxOf(element: Locator): Promise<DOMRect> {
  return element.evaluate((it) => it.getBoundingClientRect());
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
