import { expect, test } from 'vitest';
import { startBackend } from '../../src/kernels/backend';

test('there is a WebGPU adapter, so the tests beside this one mean something', async () => {
  expect(await navigator.gpu.requestAdapter()).not.toBeNull();
});

test('it passes the self-test, and is named', async () => {
  const device = await startBackend({ preferred: 'webgpu', wasmPath: '' });
  expect(device.backend).toBe('webgpu');
  expect(device.adapter).not.toBe('');
  expect(device.skipped).toEqual([]);
});
