import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, openWithAxe } from './axe';
import { launch, type App } from './harness';
import { importAll, rate, reach, recommended, startTraining } from './steps';

/** Films f0 … f19, the even ones of war, the odd ones of love; nobody rated f20, of war, and f21. */
const films = Array.from({ length: 22 }, (_film, n) => `f${n},f${n},${['War', 'Love'][n % 2]}`);
const ratings = Array.from({ length: 30 * 8 }, (_rating, n) => {
  const [user, film] = [n % 30, (n + 3 * Math.floor(n / 30)) % 20];
  return `${user},f${film},${(user + film) % 2 ? 1 : 5},${964982703 + n}`;
});

describe('an item that nobody rated', () => {
  let browser: Browser;
  let app: App;

  beforeAll(async () => {
    browser = await launch({ webGpu: false });
    app = await openWithAxe(browser);
    await importAll(app, {
      'ratings.csv': ['userId,movieId,rating,timestamp', ...ratings].join('\n'),
      'movies.csv': ['movieId,title,genres', ...films].join('\n'),
    });
  });

  afterAll(() => browser.close());

  test('is counted apart', async () => {
    expect(await app.at('dataset-summary').getAttribute('data-items')).toBe('20');
    const told = app.at('dataset-side').locator('[data-side="newItems"]');
    expect(await told.innerText()).toMatch(/2$/);
  });

  test('is never shown by a model of choices alone, which says so', async () => {
    await startTraining(app, 'popularity', {});
    await reach(app, 'done');
    await app.at('room-you').click();
    await expect.poll(() => recommended(app, 'you')).toHaveLength(20);
    expect(await app.at('new-items').getAttribute('data-served')).toBe('0');
    expect(await app.at('new-items').innerText()).toMatch(/never shows them.*Content/);
    expect(await app.at('new-item').count()).toBe(0);
  });

  test('is shown, and marked, to whom it suits by a model of features', async () => {
    await startTraining(app, 'content', {});
    await reach(app, 'done');
    await rate(app, 'f0', 5);
    await rate(app, 'f2', 5);
    const suited = app.at('recommendations').locator('[data-item="f20"]');
    await suited.getByTestId('new-item').waitFor();
    expect(await app.at('new-items').getAttribute('data-served')).toBe('2');
    const first = async (): Promise<boolean[]> =>
      (await recommended(app, 'you')).slice(0, 9).map((item) => Number(item!.slice(1)) % 2 === 0);
    await expect.poll(first).toEqual(new Array(9).fill(true));
    expect((await recommended(app, 'you')).indexOf('f20')).toBeLessThan(9);
  });

  test('can be had alone, or not at all', async () => {
    await app.at('new-items-only').click();
    await expect.poll(() => recommended(app, 'you')).toEqual(['f20', 'f21']);
    expect(await breaches(app.page)).toEqual([]);
    await app.at('new-items-none').click();
    await expect.poll(() => recommended(app, 'you')).not.toContain('f20');
    await app.at('new-items-among').click();
    await expect.poll(() => recommended(app, 'you')).toContain('f20');
  });

  test('can be liked, and is found', async () => {
    await app.at('you-search').fill('f20');
    const found = app.at('you-results').locator('[data-item="f20"]');
    await found.locator('[data-testid="you-rate"][data-value="5"]').click();
    await app.at('you-opinions').locator('li[data-kind="rate"][data-item="f20"]').waitFor();
    await expect.poll(() => recommended(app, 'you')).not.toContain('f20');
    expect(app.complaints).toEqual([]);
  });
});
