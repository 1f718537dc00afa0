import { afterEach, expect, test, vi } from 'vitest';
import { storageUse } from '../../src/storage/quota';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [
    { usage: 3, quota: 10 },
    { used: 3, quota: 10 },
  ],
  [{}, { used: 0, quota: 0 }],
])('an estimate of %o is %o', async (estimate, use) => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => estimate } });
  expect(await storageUse()).toEqual(use);
});
