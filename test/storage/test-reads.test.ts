import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { deleteEverything } from '../../src/storage/database';
import { countTestRead } from '../../src/storage/test-reads';

afterEach(deleteEverything);

test('counts each split by itself', async () => {
  expect(await countTestRead('one')).toBe(1);
  expect(await countTestRead('other')).toBe(1);
  expect(await countTestRead('one')).toBe(2);
});

test('loses no count when two runs end at once', async () => {
  const counts = await Promise.all([countTestRead('one'), countTestRead('one')]);
  expect(counts.sort()).toEqual([1, 2]);
});
