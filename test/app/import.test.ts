import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { zipOf } from '../fixtures/zip';
import { foreign, launch, openApp, type App } from './harness';
import { dropAll, importRatings, reach, recommended, startTraining } from './steps';

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
});

afterAll(() => browser.close());

test('files of people and friends are recognised, corrected, and known after the import', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  const ids = [...new Set(ratingsCsv().split('\n').slice(1).filter(Boolean).map(firstCell))];
  await dropAll(app, {
    'ratings.csv': ratingsCsv(),
    'users.csv': `user,age,city\n${ids.map((id, n) => `${id},${n},${n % 2 ? 'Rome' : 'Ulm'}`).join('\n')}`,
    'pairs.csv': `a,b,c\n${ids[0]},${ids[1]},x\n${ids[1]},${ids[2]},y\n`,
  });
  const previews = app.at('import-preview');
  await previews.nth(2).waitFor();
  const kinds = previews.evaluateAll((all) => all.map((each) => each.getAttribute('data-kind')));
  expect((await kinds).slice(0, 2)).toEqual(['interactions', 'people']);
  await previews.nth(2).getByTestId('file-kind').selectOption('friends');
  await app.at('import-preview', { kind: 'friends' }).waitFor();
  await app.at('import-confirm').click();
  await app.at('dataset-side').waitFor();
  const text = await app.at('dataset-side').innerText();
  expect(text).toContain('age and city');
  expect(text).toMatch(/Connections of people\s*2/);
});

test('times are read in the zone that is chosen, and rows count 1 where ratings are not wanted', async () => {
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const app = await openApp(context, '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  const rows = ['ann,dune,1', 'ann,emma,3', 'bob,dune,5'].map((row) => `${row},2020-01-02 03:04`);
  await dropAll(app, { 'local.csv': ['user,item,rating,date', ...rows].join('\n') });
  const shown = app.page.locator('.read-as').first();
  const readAs = () => shown.getAttribute('data-time').then(Number);
  await expect.poll(readAs).toBe(Date.parse('2020-01-02T03:04Z'));
  await app.at('time-zone').selectOption('Asia/Tokyo');
  await expect.poll(readAs).toBe(Date.parse('2020-01-01T18:04Z'));
  const [explicit, implicit] = ['explicit', 'implicit'].map((kind) =>
    app.at('feedback').locator(`input[value=${kind}]`),
  );
  expect(await app.at('feedback').innerText()).toContain('from 1 to 5, 3 on average');
  await implicit.check();
  await app.page.locator('select[data-role=value]').waitFor({ state: 'detached' });
  await explicit.check();
  await app.page.locator('select[data-role=value]').waitFor();
  await implicit.check();
  await app.page.locator('select[data-role=value]').waitFor({ state: 'detached' });
  await app.at('import-confirm').click();
  await app.at('dataset-summary', { interactions: '3' }).waitFor();
  const [{ valueRange, period }] = await app.page.evaluate(() => window.palate.engine.datasets());
  expect(valueRange).toEqual([1, 1]);
  expect(period).toEqual([Date.parse('2020-01-01T18:04Z'), Date.parse('2020-01-01T18:04Z')]);
});

test('a list of one’s own waits for a community, then becomes opinions and recommendations', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, {
    'ratings.csv':
      'Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Story of Number Three,1993,x,5\n' +
      '2024-01-03,Story of Number Five,1999,x,1\n2024-01-04,Nothing Like It,1950,x,3\n',
  });
  await app.at('needed-data').waitFor();
  expect(await app.at('needed-data').innerText()).toContain('https://grouplens.org/datasets/');

  await dropAll(app, { 'ml-tiny.zip': await community() });
  await app.at('own-accept', { taken: '1' }).waitFor(); // nobody was asked how to read it
  expect(await app.at('sure').getAttribute('data-count')).toBe('1');
  expect(await app.at('absent').getAttribute('data-count')).toBe('1');
  const decision = app.at('match').getByRole('radio').first();
  await decision.focus();
  await app.page.keyboard.press('Space');
  await app.at('own-accept', { taken: '2' }).waitFor();
  await findByHand(app, 'Nothing Like It (1950)', 'number twenty-two');
  await app.at('own-accept', { taken: '3' }).click();

  await expect.poll(() => recommended(app, 'you'), { timeout: 60_000 }).toHaveLength(17);
  expect(await app.at('you-opinions').locator('li[data-kind="rate"]').count()).toBe(3);

  const next =
    'Profile Name,Start Time,Duration,Title,Supplemental Video Type\n' +
    'Ann,2024-01-02 20:00:00,01:30:00,Story of Number Nine,\nAnn,2024-01-03 20:00:00,01:30:00,Story of Number Ten,\n' +
    'Ben,2024-01-02 20:00:00,01:30:00,Story of Number Seven,\n';
  await app.at('bring-list').setInputFiles({
    name: 'ViewingActivity.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(next),
  });
  await app.at('own-list', { entries: '2' }).waitFor();
  await app.at('own-profile').selectOption('Ben');
  await app.at('own-list', { entries: '1' }).waitFor();
  await app.at('own-accept', { taken: '1' }).click();
  await expect.poll(() => app.at('you-opinions').locator('li').count()).toBe(4);
  expect(foreign(app.requests)).toEqual([]);
  expect(app.complaints).toEqual([]);
});

test('what was said of some data is looked for in others, too', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  const bring = async (): Promise<void> => {
    await app.at('file-input').first().waitFor({ state: 'attached' });
    await dropAll(app, { 'ml-tiny.zip': await community() });
    await app.at('import-confirm').click();
    await app.at('dataset-summary').waitFor();
    await startTraining(app, 'popularity', {});
    await reach(app, 'done');
    await app.at('room-you').click();
  };
  await bring();
  expect(await app.at('bring-opinions').count()).toBe(0);
  for (const [title, item, stars] of [
    ['number three', '3', 5],
    ['number four', '4', 1],
  ] as const) {
    await app.at('you-search').fill(title);
    const found = app.at('you-results').locator(`[data-item="${item}"]`);
    await found.locator(`[data-testid="you-rate"][data-value="${stars}"]`).click();
    await app.at('you-opinions').locator(`[data-item="${item}"]`).waitFor();
  }

  await app.at('room-data').click();
  await bring();
  await app.at('bring-opinions').click();
  await app.at('own-accept', { taken: '2' }).click();
  await app.at('you-opinions').locator('[data-item="4"]').waitFor();
  const said = app.at('you-opinions').locator('.said');
  expect((await said.allInnerTexts()).map((text) => text.match(/\d/)?.[0]).sort()).toEqual([
    '1',
    '5',
  ]);
});

test('a list that waits is told of, and stays, where data leave something to ask', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, {
    'ratings.csv':
      'Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Story of Number Three,1993,x,5\n',
  });
  await app.at('needed-data').waitFor();
  await dropAll(app, { 'mine.csv': ratingsCsv() });
  expect(await app.at('list-waits').innerText()).toContain('1');
  await app.at('import-cancel').click();
  await app.at('needed-data').waitFor();
});

test('a list of books among films is told so', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, { 'ml-tiny.zip': await community() });
  await app.at('import-confirm').click();
  await app.at('dataset-summary').waitFor();
  const columns =
    'Book Id,Title,Author,My Rating,Year Published,Original Publication Year,Date Read';
  await dropAll(app, {
    'goodreads.csv': `${columns},Date Added,Exclusive Shelf\n1,Story of Number Three,Ann,5,1950,1950,2024/01/02,2024/01/01,read\n`,
  });
  await app.at('to-decide', { count: '1' }).waitFor();
  expect(await app.at('few-found').innerText()).toContain('of books');
  expect(await app.at('needed-data').innerText()).toContain('goodbooks');
  expect(await app.at('take-likely').count()).toBe(0);
});

/** Takes the first item that has `words` for a title that was found nowhere, by keyboard alone. */
async function findByHand(app: App, title: string, words: string): Promise<void> {
  await app.at('absent').locator('summary').focus();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Tab');
  const find = app.at('absent').getByRole('button', { name: `Find ${title} in the data` });
  await expect.poll(() => find.evaluate((each) => each === document.activeElement)).toBe(true);
  await app.page.keyboard.press('Enter');
  await app.at('match-search').waitFor();
  await app.page.keyboard.type(words);
  await app.at('absent').getByRole('radio').first().waitFor();
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Space');
}

test('what no rows can be read from asks for no columns, and a table does, without saying so twice', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, { 'empty.csv': '' });
  await app.at('error', { error: 'InputError' }).waitFor();
  expect(await app.at('error').innerText()).toContain('empty.csv is empty.');
  expect(await app.at('file-kind').count()).toBe(0);
  await dropAll(app, { 'texts.csv': 'one,two\nab,cd\nef,gh\n' });
  await app.at('file-kind').waitFor();
  expect(await app.at('error').innerText()).toContain('say what this one holds');
  expect(await app.page.getByText('say what this one holds').count()).toBe(1);
  await app.at('file-kind').selectOption('interactions');
  await app.page.locator('select[data-role]').nth(1).waitFor();
});

test('that data are too little to train on is said at once, and beside a button that waits', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  await app.at('file-input').first().waitFor({ state: 'attached' });
  await dropAll(app, { 'three.csv': 'user,item,rating\nann,x,5\nann,y,3\nbob,x,4\n' });
  await app.at('import-confirm').click();
  await app.at('too-little').waitFor();
  expect(await app.at('dataset-suits').count()).toBe(0);
  await app.at('to-train').click();
  await app.page.locator('#train-need').waitFor();
  expect(await app.at('train').isDisabled()).toBe(true);
});

test('what a model lacks in the data stands beside its button', async () => {
  const app = await openApp(await browser.newContext(), '?backend=wasm');
  const timeless = ratingsCsv().replace(/,[^,\n]*$/gm, '');
  await importRatings(app, timeless);
  await app.at('to-train').click();
  expect(await app.at('train').isDisabled()).toBe(false);
  await app.at('model-select').selectOption('sasrec');
  await app.page.locator('#train-need').waitFor();
  expect(await app.at('train').isDisabled()).toBe(true);
});

/** Twenty films with numbers in their titles, and people who rated some of them, as an archive. */
async function community(): Promise<File> {
  const words = 'Zero One Two Three Four Five Six Seven Eight Nine'.split(' ');
  const movies = Array.from({ length: 20 }, (_film, n) => {
    const number = n < 10 ? words[n] : `Twenty-${words[n - 10]}`;
    return `${n},Story of Number ${number} (${1990 + (n % 10)}),Drama|War`;
  });
  const ratings = Array.from({ length: 30 * 8 }, (_rating, n) => {
    const user = n % 30;
    const film = (user + 3 * Math.floor(n / 30)) % 20;
    return `${user},${film},${1 + (n % 5)},${964982703 + n}`;
  });
  return zipOf('ml-tiny.zip', {
    'ml-tiny/README.txt': 'About the data.',
    'ml-tiny/movies.csv': ['movieId,title,genres', ...movies].join('\n'),
    'ml-tiny/ratings.csv': ['userId,movieId,rating,timestamp', ...ratings].join('\n'),
  });
}

const firstCell = (line: string): string => line.split(',')[0];
