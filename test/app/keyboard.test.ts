import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp, type App } from './harness';
import { reach, recommended, recommendedWithout } from './steps';

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  await begin();
});

/** Opens the page for someone who was never here. */
async function begin(): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  app = await openApp(context, '?backend=wasm');
  await app.at('device', { backend: 'wasm' }).waitFor();
}

afterAll(() => browser.close());

/** Where the keyboard is, and what keeps a person from seeing it there; null where nothing does. */
function whereabouts(): Promise<{ readonly name: string; readonly fault: string | null }> {
  return app.page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const name = element.getAttribute('data-testid') ?? element.tagName.toLowerCase();
    if (element === document.body) return { name, fault: 'focus is nowhere' };
    // A file input is there for the keyboard alone: what one sees is its label.
    const seen = element.matches('[type=file]') ? element.closest('label')! : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) {
      return { name, fault: 'focus does not show' };
    }
    const { left, top, width, height } = seen.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    return { name, fault: hit && seen.contains(hit) ? null : `${hit?.tagName} lies over it` };
  });
}

/** Goes on with Tab until the keyboard is at an element; at every stop on the way one sees where it is. */
async function tabTo(goals: Locator): Promise<void> {
  const goal = goals.first();
  await goal.waitFor();
  for (let stop = 0; stop < 200; stop++) {
    await app.page.keyboard.press('Tab');
    const { name: at, fault } = await whereabouts();
    if (at === 'body') continue; // past the end of the page, before its beginning
    expect(fault, at).toBe(null);
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${goal}.`);
}

/** Whether the keyboard is somewhere in the content of the page. */
function isInContent(): Promise<boolean> {
  return app.page.evaluate(() => document.activeElement!.closest('main') !== null);
}

const press = (key: string): Promise<void> => app.page.keyboard.press(key);

test('begins with a way past the header', async () => {
  await press('Tab');
  expect(await app.page.evaluate(() => document.activeElement!.className)).toBe('skip');
  await press('Enter');
  expect(await app.page.evaluate(() => document.activeElement!.id)).toBe('content');
});

test('loads the demo', async () => {
  await tabTo(app.at('use-demo'));
  await press('Enter');
  await app.at('dataset-summary').waitFor();
  await expect.poll(isInContent).toBe(true);
});

test('asks before it removes the data, keeps the keyboard within the question, and gives it back', async () => {
  await tabTo(app.at('remove-dataset'));
  await press('Enter');
  const isAsked = () => app.page.evaluate(() => document.activeElement!.closest('dialog') !== null);
  expect(await isAsked()).toBe(true);
  await tabTo(app.at('remove-confirm'));
  await press('Escape');
  expect(await isAsked()).toBe(false);
  expect((await whereabouts()).name).toBe('remove-dataset');
  expect(await app.at('dataset-summary').count()).toBe(1);
});

test('trains a model', async () => {
  await tabTo(app.at('to-train'));
  await press('Enter');
  await app.at('model-select').waitFor();
  expect(await isInContent()).toBe(true);
  await tabTo(app.at('model-select'));
  await app.page.keyboard.type('Matrix factorization (B');
  await expect.poll(() => app.at('model-select').inputValue()).toBe('bpr-mf');
  await tabTo(app.at('field-epochs'));
  await app.page.keyboard.type('3');
  await tabTo(app.at('train'));
  await press('Enter');
  await expect.poll(() => whereabouts()).toEqual({ name: 'pause', fault: null });
  await reach(app, 'done');
  await tabTo(app.at('to-you'));
  await press('Enter');
});

test('finds a title and rates it, and the list follows', async () => {
  await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
  const before = await recommended(app, 'you');
  await tabTo(app.at('you-search'));
  await app.page.keyboard.type('alien');
  await app.at('you-results').locator('[data-item]').first().waitFor(); // they push down what follows
  await tabTo(app.at('you-rate', { value: '5' }));
  await press('Enter');
  await app.at('you-opinions').locator('[data-item]').waitFor();
  await expect.poll(() => recommended(app, 'you')).not.toEqual(before);
  expect(await isInContent()).toBe(true);
});

test('rates what is recommended, and stays in the list as it goes', async () => {
  const [best] = await recommended(app, 'you');
  const entry = app.at('recommendations').locator(`> [data-item="${best}"]`);
  await entry.locator('[data-value="4"]').focus();
  await press('Enter');
  await expect.poll(() => recommended(app, 'you')).not.toContain(best);
  const stays = () =>
    app.page.evaluate(() => document.activeElement!.closest('.recommendations') !== null);
  await expect.poll(stays).toBe(true);
});

test('opens and closes the reasons for a recommendation', async () => {
  await tabTo(app.at('look'));
  await press('Enter');
  await app.at('causes').waitFor();
  expect((await whereabouts()).name).toBe('look');
  await press('Enter');
  await app.at('details').waitFor({ state: 'detached' });
});

test('takes back what was said', async () => {
  await tabTo(app.at('take-back'));
  await press('Enter');
  await expect.poll(() => app.at('you-opinions').locator('[data-item]').count()).toBe(1);
  expect((await whereabouts()).name).not.toBe('body');
  await tabTo(app.at('take-back'));
  await press('Enter');
  await expect.poll(() => app.at('you-opinions').locator('[data-item]').count()).toBe(0);
  await expect.poll(isInContent).toBe(true);
});

test('sorts the runs', async () => {
  await tabTo(app.at('room-compare'));
  await press('Enter');
  const sorter = app.at('run-table').locator('th button').last();
  await tabTo(sorter);
  const order = () => sorter.evaluate((it) => it.closest('th')!.getAttribute('aria-sort'));
  const before = await order();
  await press('Enter');
  await expect.poll(order).not.toBe(before);
  expect((await whereabouts()).fault).toBe(null);
});

test('moves and zooms the map, chooses on it, and goes from neighbour to neighbour', async () => {
  await tabTo(app.at('room-map'));
  await press('Enter');
  await tabTo(app.page.locator('.map-stage'));
  const scale = async () => Number(await app.at('item-map').getAttribute('data-scale'));
  await press('+');
  await expect.poll(scale).toBe(1.5);
  await press('ArrowLeft');
  await press('Enter');
  const chosen = () => app.at('map-chosen').getAttribute('data-item');
  const first = await chosen();
  const neighbour = app.at('map-neighbours').locator('[data-item]').first();
  const next = await neighbour.getAttribute('data-item');
  await tabTo(neighbour.locator('button'));
  await press('Enter');
  await expect.poll(chosen).toBe(next);
  expect(next).not.toBe(first);
  await expect.poll(async () => (await whereabouts()).fault).toBe(null);
  await tabTo(app.at('room-data'));
  expect(app.complaints).toEqual([]);
});

describe('from a file of one’s own', () => {
  beforeAll(async () => {
    await begin();
    // Long before Enter: a chooser that nobody awaits is the browser's own, which no test can see.
    const buffer = Buffer.from(ratingsCsv());
    app.page.once('filechooser', (chooser) =>
      chooser.setFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer }),
    );
  });

  test('chooses it, sees how it is read, and brings it in', async () => {
    await tabTo(app.at('file-input'));
    await press('Enter');
    await app.at('import-preview').waitFor();
    await expect.poll(isInContent).toBe(true);
    await tabTo(app.at('import-confirm'));
    await press('Enter');
    await app.at('dataset-summary', { users: '40' }).waitFor();
    await expect.poll(isInContent).toBe(true);
  });

  test('trains what suits it, and rates what is recommended', async () => {
    await tabTo(app.at('to-train'));
    await press('Enter');
    await tabTo(app.at('train'));
    await press('Enter');
    await reach(app, 'done');
    await tabTo(app.at('to-you'));
    await press('Enter');
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    const rates = app.at('recommendations').getByTestId('you-rate');
    await tabTo(rates);
    const [best] = await recommended(app, 'you');
    await press('Enter');
    await recommendedWithout(app, best!);
    await expect.poll(isInContent).toBe(true);
    expect(app.complaints).toEqual([]);
  });
});
