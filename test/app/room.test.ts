import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breaches, openWithAxe } from './axe';
import { launch, type App } from './harness';

let browser: Browser;
let app: App;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
  app = await openWithAxe(browser);
  await app.at('use-demo').click();
  await app.at('dataset-summary').waitFor();
  await app.at('room-train').click();
  await app.at('model-select').selectOption('sasrec');
});

afterAll(() => browser.close());

const bytes = async (): Promise<number> => Number(await app.at('room').getAttribute('data-bytes'));

test('what a training takes is said before it starts', async () => {
  await app.at('room').waitFor();
  expect(await bytes()).toBeGreaterThan(1e6);
  expect(await bytes()).toBeLessThan(1e9);
  expect(await app.at('room-take').count()).toBe(0);
});

test('for one that may not fit, settings that do are a click away', async () => {
  for (const [name, value] of Object.entries({ dim: 256, batchSize: 4096, layers: 4 })) {
    await app.at(`field-${name}`).fill(String(value));
  }
  await app.at('room-take').waitFor();
  expect(await bytes()).toBeGreaterThan(1e9);
  expect(await breaches(app.page)).toEqual([]);
  await app.at('room-take').click();
  await expect.poll(() => app.at('room-take').count()).toBe(0);
  await expect.poll(bytes).toBeLessThan(1e9);
  expect(Number(await app.at('field-batchSize').inputValue())).toBeLessThan(4096);
  expect(await app.at('field-dim').inputValue()).toBe('256');
});
