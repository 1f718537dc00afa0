import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breaches, openWithAxe } from './axe';
import { launch, type App } from './harness';
import { importAll, reach, recommended, recommendedWithout, startTraining } from './steps';

/** Films f0 … f15, each of a later year and chosen by fewer than the one before; the last eight are of love. */
const films = Array.from({ length: 16 }, (_film, n) => `f${n}`);
const [war, love] = [films.slice(0, 8), films.slice(8)];
const movies = films.map(
  (id, n) => `${id},${n % 2 ? 'Odd' : 'Even'} Story ${id} (${1990 + n}),${n < 8 ? 'War' : 'Love'}`,
);
const ratings = films.flatMap((id, n) =>
  Array.from({ length: 40 - 2 * n }, (_rating, user) => `${user},${id},4,${964982703 + n}`),
);

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openWithAxe(browser);
  await importAll(app, {
    'ratings.csv': ['userId,movieId,rating,timestamp', ...ratings].join('\n'),
    'movies.csv': ['movieId,title,genres', ...movies].join('\n'),
  });
  await startTraining(app, 'popularity', {});
  await reach(app, 'done');
  await app.at('room-you').click();
  await app.at('controls').locator('summary').click();
});

afterAll(() => browser.close());

const list = (): Promise<(string | null)[]> => recommended(app, 'you');
const effect = (): Promise<string> => app.at('control-effect').innerText();
const best = async (): Promise<string | null> => (await list())[0];
const chip = (genre: string) => app.at('controls').locator(`[data-genre="${genre}"]`);
const slide = (name: string, value: number) => app.at(`control-${name}`).fill(String(value));

/** Whatever was asked for, one click brings back the list as the model ranks it. */
async function reset(): Promise<void> {
  await app.at('controls-reset').click();
  await app.at('control-effect').waitFor({ state: 'detached' });
  await expect.poll(list).toEqual(films);
}

/** Opens what can be said of an item of the list, and says it. */
async function name(item: string, list: string): Promise<void> {
  const entry = app.at('recommendations').locator(`> [data-item="${item}"]`);
  await entry.getByTestId('look').click();
  await entry.getByTestId(`toggle-${list}`).click();
}

test('nothing is asked for at first', async () => {
  await expect.poll(list).toEqual(films);
  expect(await app.at('control-effect').count()).toBe(0);
});

test('only items of a genre, also after a reload', async () => {
  await chip('Love').click();
  await expect.poll(list).toEqual(love);
  expect(await effect()).toMatch(/8 of other genres are left out/);
  await app.page.reload();
  await expect.poll(list).toEqual(love);
  await app.at('controls').locator('summary').click();
  expect(await chip('Love').getAttribute('data-wish')).toBe('only');
  await reset();
});

test('no items of a genre', async () => {
  await app.at('genres-none').click();
  await chip('Love').click();
  await expect.poll(list).toEqual(war);
  expect(await effect()).toMatch(/8 of unwanted genres are left out/);
  await reset();
});

test('more items of a genre, which is wanted in one way at a time', async () => {
  await app.at('genres-none').click();
  await chip('War').click();
  await expect.poll(list).toEqual(love);
  await app.at('genres-more').click();
  await chip('War').click();
  await expect.poll(list).toEqual(films);
  await chip('War').click();
  await chip('Love').click();
  await expect.poll(async () => (await list()).indexOf('f8')).toBeLessThan(8);
  expect(await list()).toHaveLength(16);
  expect(await effect()).toMatch(/are elsewhere than the model would put them/);
  await reset();
});

test('items of some years', async () => {
  await app.at('control-from').fill('1993');
  await expect.poll(list).toEqual(films.slice(3));
  await app.at('control-to').fill('1999');
  await expect.poll(list).toEqual(films.slice(3, 10));
  expect(await effect()).toMatch(/9 of other years are left out/);
  await reset();
});

test('items whose titles have a text in them, typed as fast as one likes', async () => {
  await app.at('control-text').pressSequentially('even ');
  await expect.poll(list).toEqual(films.filter((_film, n) => n % 2 === 0));
  await app.at('control-text').pressSequentially('story f1');
  await expect.poll(list).toEqual(['f10', 'f12', 'f14']);
  expect(await effect()).toMatch(/13 of other titles are left out/);
  await reset();
});

test('an item more, until it is released', async () => {
  await name('f15', 'boosted');
  await expect.poll(async () => (await list()).indexOf('f15')).toBeLessThan(14);
  expect(await breaches(app.page)).toEqual([]);
  await app.at('named-items').locator('button').click();
  await expect.poll(list).toEqual(films);
  expect(await app.at('control-effect').count()).toBe(0);
});

test('less of what is like an item', async () => {
  await name('f0', 'lessLike');
  await expect.poll(async () => (await list()).slice(0, 6)).toEqual(love.slice(0, 6));
  expect(await effect()).toMatch(/are elsewhere/);
  await reset();
});

test('diversity', async () => {
  await slide('diversity', 0.5);
  await expect.poll(async () => (await list())[1]).toBe('f8');
  expect(await app.at('control-diversity').getAttribute('aria-valuetext')).toMatch(/50\s?%/);
  expect(await effect()).toMatch(/are elsewhere/);
  await reset();
});

test('novelty, or popularity', async () => {
  await slide('popularity', -1);
  await expect.poll(best).toBe('f15');
  expect(await effect()).toMatch(/are elsewhere/);
  await slide('popularity', 1);
  await expect.poll(list).toEqual(films);
  expect(await effect()).toMatch(/The list is as the model ranks it/);
  await reset();
});

test('a share of places for exploration, in either way', async () => {
  const said = () => app.at('control-exploration').getAttribute('aria-valuetext');
  await slide('exploration', 0.5);
  await app.at('recommendations').locator('[data-by="lot"]').first().waitFor();
  expect(await said()).toMatch(/by lot/);
  await app.at('explorer-thompson').click();
  await expect.poll(said).toMatch(/doubt/);
  await reset();
});

test('an item never again, until that is taken back', async () => {
  await app.at('recommendations').locator('> [data-item="f3"]').getByTestId('hide').click();
  expect(await recommendedWithout(app, 'f3')).toEqual(films.filter((film) => film !== 'f3'));
  await app.at('you-opinions').locator('[data-item="f3"]').getByTestId('take-back').click();
  await expect.poll(list).toEqual(films);
  expect(app.complaints).toEqual([]);
});
