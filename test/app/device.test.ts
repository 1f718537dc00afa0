import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openApp } from './harness';

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ webGpu: false });
});

afterAll(() => browser.close());

test('without a GPU it computes on WASM, and says why', async () => {
  const app = await openApp(await browser.newContext(), '');
  await app.at('device', { backend: 'wasm' }).waitFor();
  await app.at('device').click();
  expect(await app.at('device').innerText()).toMatch(/WebGPU[^]*(adapter|GPU)/);
  expect(app.complaints).toEqual([]);
});
