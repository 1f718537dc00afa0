import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { breaches, openWithAxe } from './axe';
import { launch, type App } from './harness';
import { importAll, rate, reach, recommended, startTraining } from './steps';

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openWithAxe(browser);
  const titles = Array.from({ length: 24 }, (_zero, i) => `i${i},i${i},${i % 2 ? 'Drama' : 'War'}`);
  await importAll(app, {
    'ratings.csv': ratingsCsv(),
    'movies.csv': `movieId,title,genres\n${titles.join('\n')}`,
  });
  await startTraining(app, 'popularity', {});
  await reach(app, 'done');
});

afterAll(() => browser.close());

test('three things are said to be liked', async () => {
  for (const item of ['i0', 'i2', 'i4']) {
    await rate(app, item, 5);
    await expect.poll(() => recommended(app, 'you')).not.toContain(item);
  }
});

test.each(['feature-attention', 'sasrec', 'bert4rec', 'din'])(
  'what %s looked at stands beside the reasons for a recommendation',
  async (model) => {
    await startTraining(app, model, { epochs: 1 });
    await reach(app, 'done');
    await app.at('room-you').click();
    await app.at('recommendations', { for: 'you' }).locator('[data-testid=look]').first().click();
    const looked = app.at('attention').locator('li[data-share]');
    await looked.first().waitFor();
    const shares = await looked.evaluateAll((entries) =>
      entries.map((entry) => Number(entry.getAttribute('data-share'))),
    );
    expect(shares).toHaveLength(3);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(await breaches(app.page)).toEqual([]);
    expect(app.complaints).toEqual([]);
  },
);
