import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/client/connect';
import { ratingsCsv } from '../fixtures/ratings';
import { breaches, bringAxe } from './axe';
import { launch, openApp, type App } from './harness';
import { drop, reach, recommended, recommendedWithout, startTraining } from './steps';

const widths = [1280, 390];
const schemes = ['light', 'dark'] as const;

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await bringAxe(context);
  app = await openApp(context, '?backend=wasm');
  await app.at('device', { backend: 'wasm' }).waitFor();
});

afterAll(() => browser.close());

/** What is wrong with the page as it stands, in all widths and colours. */
async function breachesEverywhere(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await app.page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await app.page.evaluate(() => scrollTo(0, 0)); // or the header lies over something
      const all = await breaches(app.page);
      found.push(...all.map((breach) => `${width} ${colorScheme} ${breach}`));
    }
  }
  return found;
}

/** Opens every part of the page that can be. */
function unfold(): Promise<void> {
  return app.page.evaluate(() => {
    for (const part of document.querySelectorAll('main details, footer details')) {
      part.toggleAttribute('open', true);
    }
  });
}

/** A list as people take it along from elsewhere, of films and their years. */
function listOf(...films: readonly string[]): string {
  const rows = films.map((film) => `2024-01-02,${film},x,4`);
  return ['Date,Name,Year,Letterboxd URI,Rating', ...rows].join('\n');
}

/** Keeps the page in the belief that an import goes on, until it is let go. */
async function holdImport(): Promise<() => Promise<unknown>> {
  await app.page.evaluate(() => {
    const over = new Promise((resolve) => addEventListener('let-go', resolve, { once: true }));
    const client = window.palate as { -readonly [K in keyof Client]: Client[K] };
    const { importFiles } = client;
    client.importFiles = async (...given) => {
      const dataset = await importFiles(...given);
      await over;
      return dataset;
    };
  });
  return () => app.page.evaluate(() => dispatchEvent(new Event('let-go')));
}

test('the welcome', async () => {
  await app.at('use-demo').waitFor();
  await unfold();
  expect(await breachesEverywhere()).toEqual([]);
});

test.each(['train', 'compare', 'you', 'map'])(
  'the room %s while there is nothing in it',
  async (room) => {
    await app.at(`room-${room}`).click();
    expect(await breachesEverywhere()).toEqual([]);
  },
);

test('a file on its way in', async () => {
  await app.at('room-data').click();
  await drop(app, 'ratings.csv', ratingsCsv());
  await app.at('import-confirm').waitFor();
  await unfold();
  expect(await breachesEverywhere()).toEqual([]);
  await app.at('import-cancel').click();
});

test('a file that is refused', async () => {
  await drop(app, 'letter.txt', 'Dear reader,\n\nthis is a letter.\nIt rates nothing.\n');
  await app.at('error').waitFor();
  expect(await breachesEverywhere()).toEqual([]);
  await app.at('import-cancel').click();
});

test('a list of one’s own that lacks data', async () => {
  await drop(app, 'watched.csv', listOf('Alien,1979', 'Nothing Like It,1950'));
  await app.at('needed-data').waitFor();
  expect(await breachesEverywhere()).toEqual([]);
  await app.at('own-forget').click();
});

describe('with a recommender', () => {
  beforeAll(async () => {
    await app.at('use-demo').first().click();
    await app.at('dataset-summary').waitFor();
    await startTraining(app, 'bpr-mf', { epochs: 3, dim: 8 });
    await reach(app, 'done');
    await app.at('scorecard').locator('tr[data-model]').nth(2).waitFor();
  });

  test.each(['data', 'train', 'compare', 'map'])('the room %s', async (room) => {
    await app.at(`room-${room}`).click();
    await unfold();
    expect(await breachesEverywhere()).toEqual([]);
  });

  test('the room you, with everything open', async () => {
    await app.at('room-you').click();
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    expect(await breachesEverywhere()).toEqual([]);
    await app.at('you-search').fill('the');
    await app.at('you-results').locator('[data-testid="you-rate"]').nth(4).click();
    await app.at('you-opinions').locator('[data-item]').waitFor();
    await app.at('edit-opinion').click();
    await app.at('look').first().click();
    await app.at('causes').waitFor();
    await unfold();
    expect(await breachesEverywhere()).toEqual([]);
  });

  test('the map, with an item chosen', async () => {
    await app.at('room-map').click();
    await app.at('map-search').fill('alein');
    await app.at('map-found').locator('button').first().click();
    await app.at('map-neighbours').locator('[data-item]').nth(9).waitFor();
    await app.at('map-by-year').click();
    expect(await breachesEverywhere()).toEqual([]);
  });

  test('what people of like mind chose, and a lesson', async () => {
    await app.at('room-you').click();
    await expect.poll(() => recommended(app, 'you')).not.toEqual([]);
    for (const value of ['4', '5']) {
      const [best] = await recommended(app, 'you');
      const entry = app.at('recommendations').locator(`> [data-item="${best}"]`);
      await entry.locator(`[data-value="${value}"]`).click();
      await recommendedWithout(app, best!);
    }
    await app.at('people-ask').click();
    await app.at('people-like-you').locator('[data-item]').first().waitFor();
    await app.at('learn-now').click();
    await app.at('lesson').waitFor({ timeout: 60_000 });
    expect(await breachesEverywhere()).toEqual([]);
  });

  test('a list of one’s own, title by title', async () => {
    await app.at('room-data').click();
    await drop(app, 'watched.csv', listOf('Alien,1979', 'Aliens,1983', 'Nothing Like It,1950'));
    await app.at('own-accept').waitFor();
    await app.at('match').first().waitFor();
    await unfold();
    await app.at('match-find').first().click();
    await app.at('match-search').fill('the');
    await app.at('absent').getByRole('radio').first().waitFor();
    expect(await breachesEverywhere()).toEqual([]);
    await app.at('own-forget').click();
  });

  test('a training under way, and one that is paused', async () => {
    await startTraining(app, 'bpr-mf', { epochs: 400, batchSize: 16 });
    await app.at('training-table').locator('tbody tr').first().waitFor();
    await unfold();
    expect(await breachesEverywhere()).toEqual([]);
    await app.at('pause').click();
    await reach(app, 'paused');
    expect(await breachesEverywhere()).toEqual([]);
    await app.at('stop').click();
    await reach(app, 'stopped');
  });

  test('an import under way, and what it met', async () => {
    await app.at('room-data').click();
    const letGo = await holdImport();
    await drop(app, 'ratings.csv', `${ratingsCsv()}\nu1\nu2,i2,many,1500000000`);
    await app.at('import-confirm').click();
    await app.at('import-progress').waitFor();
    expect(await breachesEverywhere()).toEqual([]);
    await letGo();
    await app.at('import-problems', { count: '2' }).waitFor();
    await unfold();
    expect(await breachesEverywhere()).toEqual([]);
  });

  test('the device, and the question before all is deleted', async () => {
    await app.at('room-data').click();
    await app.at('device').locator('summary').click();
    expect(await breachesEverywhere()).toEqual([]);
    await app.at('delete-everything').click();
    expect(await breachesEverywhere()).toEqual([]);
  });
});
