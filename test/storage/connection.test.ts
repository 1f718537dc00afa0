import 'fake-indexeddb/auto';
import { openDB, type DBSchema } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createConnection,
  deletePatiently,
  openPatiently,
  type Connection,
} from '../../src/storage/connection';

interface Notes extends DBSchema {
  notes: { key: number; value: string };
}

const open = vi.fn(() =>
  openPatiently<Notes>('notes', 1, (fresh) => {
    fresh.createObjectStore('notes', { autoIncrement: true });
  }),
);
let connection: Connection<Notes>;
const note = (text: string) => connection.use((database) => database.add('notes', text));
const notes = () => connection.use((database) => database.getAll('notes'));

beforeEach(() => {
  open.mockClear();
  connection = createConnection(open);
});

afterEach(async () => {
  await connection.close();
  await deletePatiently('notes');
});

test('opens once for all work, and not before there is some', async () => {
  expect(open).not.toHaveBeenCalled();
  await Promise.all([note('a'), note('b')]);
  expect(await notes()).toEqual(['a', 'b']);
  expect(open).toHaveBeenCalledTimes(1);
});

test('opens anew when it was closed, by us or behind our back', async () => {
  await note('a');
  await Promise.all([connection.close(), connection.close()]);
  expect(await notes()).toEqual(['a']);
  await connection.use(async (database) => database.close());
  expect(await notes()).toEqual(['a']);
  expect(open).toHaveBeenCalledTimes(3);
});

test('lets another tab delete the database', async () => {
  await note('a');
  await deletePatiently('notes');
  expect(await notes()).toEqual([]);
});

test('tries once more when the storage process has died, and only once', async () => {
  const work = vi.fn().mockRejectedValue(new DOMException('', 'UnknownError'));
  await expect(connection.use(work)).rejects.toMatchObject({ name: 'StorageError' });
  expect([work, open].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
});

test('a failed opening is not held against the next', async () => {
  open.mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
  await expect(note('a')).rejects.toMatchObject({ name: 'StorageError' });
  await note('b');
  expect(await notes()).toEqual(['b']);
});

test('gives up on a tab that never lets go, and is in nobody’s way afterwards', async () => {
  const stubborn = await openDB('notes', 1);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const refusal = expect(openPatiently('notes', 2, () => {})).rejects.toMatchObject({
    name: 'StorageError',
  });
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  vi.runAllTimers();
  vi.useRealTimers();
  await refusal;
  stubborn.close();
  await deletePatiently('notes');
});
