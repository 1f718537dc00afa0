import { afterAll, expect, test, vi } from 'vitest';
import { createLog } from '../../src/visitor/log';

afterAll(() => vi.unstubAllGlobals());

test('where the browser keeps nothing, what was done lasts as long as the visit', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('The frame has no origin.', 'SecurityError');
    },
  });
  const log = createLog();
  await log.append({ item: 'i1', event: 'like', at: 1 });
  await log.append({ item: 'i2', event: 'view', at: 2 });
  expect((await log.list()).map(({ item }) => item)).toEqual(['i1', 'i2']);
  await log.clear();
  expect(await log.list()).toEqual([]);
});
