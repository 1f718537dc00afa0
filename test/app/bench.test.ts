import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreign, launch, openApp } from './harness';

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
});

afterAll(() => browser.close());

test('the page of the bench measures under the security policy, and asks for nothing else', async () => {
  const app = await openApp(await browser.newContext(), 'bench.html');
  await app.at('bench-select').selectOption('cpu-lstm');
  await app.at('bench-run').click();
  const status = () => app.at('bench-status').innerText();
  await expect.poll(status, { timeout: 120_000 }).toMatch(/ours: about .* ms a step/);
  expect(app.complaints).toEqual([]);
  expect(foreign(app.requests)).toEqual([]);
});

test('without a GPU it says that there is none', async () => {
  const app = await openApp(await browser.newContext(), 'bench.html');
  await app.at('bench-select').selectOption('topk');
  await app.at('bench-run').click();
  const status = () => app.at('bench-status').innerText();
  await expect.poll(status).toMatch(/no GPU adapter/);
  expect(app.complaints).toEqual([]);
});
