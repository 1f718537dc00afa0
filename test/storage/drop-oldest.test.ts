import 'fake-indexeddb/auto';
import { openDB, type DBSchema } from 'idb';
import { expect, test } from 'vitest';
import { dropOldest } from '../../src/storage/drop-oldest';

interface Letters extends DBSchema {
  letters: { key: number; value: string };
}

test('keeps the newest, and all of them where there are few', async () => {
  const database = await openDB<Letters>('letters', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('letters', { autoIncrement: true }),
  });
  for (const letter of ['a', 'b', 'c', 'd']) await database.add('letters', letter);
  for (const [most, left] of [
    [5, 'abcd'],
    [4, 'abcd'],
    [2, 'cd'],
    [0, ''],
  ] as const) {
    await dropOldest(database.transaction('letters', 'readwrite').store, most);
    expect((await database.getAll('letters')).join('')).toBe(left);
  }
  database.close();
});
