import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingsCsv } from '../fixtures/ratings';
import { launch, openApp } from './harness';
import { dropAll } from './steps';

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
  expect(text).toContain('age, city');
  expect(text).toMatch(/Connections of people\s*2/);
});

const firstCell = (line: string): string => line.split(',')[0];
