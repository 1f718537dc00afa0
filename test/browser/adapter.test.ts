import { expect, test } from 'vitest';

test('there is a WebGPU adapter, so the tests beside this one mean something', async () => {
  expect(await navigator.gpu.requestAdapter()).not.toBeNull();
});
