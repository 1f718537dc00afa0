import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { closeDatabase, deleteEverything, openDatabase } from '../../src/storage/database';
import { withDatabase, write } from '../../src/storage/database';
import { readSetting, writeSetting } from '../../src/storage/settings';
import { upgrades } from '../../src/storage/schema';
import { failure } from '../../src/errors';

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteEverything();
});

const storageFailure = (words: string) =>
  expect.objectContaining({ name: 'StorageError', message: expect.stringContaining(words) });

test('keeps what is stored through two upgrades, whichever version they begin with', async () => {
  await writeSetting('language', 'zh-CN');
  const steps = [
    ...upgrades,
    (_: unknown, { objectStore }: { objectStore: unknown }) => expect(objectStore).toBeDefined(),
  ];
  (await openDatabase(steps)).close();
  const newer = await openDatabase([
    ...steps,
    (_, transaction) => void transaction.objectStore('settings').put('3', 'version'),
  ]);
  expect(await newer.getAllKeys('settings')).toEqual(['language', 'version']);
  newer.close();
});

test('an older Palate leaves the data of a newer one alone', async () => {
  (await openDatabase([...upgrades, () => {}])).close();
  await expect(readSetting('language')).rejects.toEqual(storageFailure('newer version'));
});

test('lets another tab upgrade, and says so afterwards', async () => {
  await writeSetting('language', 'en');
  const newer = await openDatabase([...upgrades, () => {}]);
  await expect(readSetting('language')).rejects.toEqual(storageFailure('Reload'));
  newer.close();
});

test('gives up on a tab that never lets go', async () => {
  const stubborn = await openDB('palate', upgrades.length);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const opening = openDatabase([...upgrades, () => {}]);
  const refusal = expect(opening).rejects.toEqual(storageFailure('another tab'));
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  vi.runAllTimers();
  vi.useRealTimers();
  await refusal;
  stubborn.close();
});

test('opens another connection when the browser has closed this one', async () => {
  await writeSetting('language', 'en');
  await withDatabase(async (database) => database.close());
  expect(await readSetting('language')).toBe('en');
});

test('tries once more, and only once, when the storage process has died', async () => {
  const dead = new DOMException('Connection to Indexed Database server lost', 'UnknownError');
  const work = vi.fn().mockRejectedValue(dead);
  await expect(withDatabase(work)).rejects.toEqual(storageFailure('UnknownError'));
  expect(work).toHaveBeenCalledTimes(2);
});

test('says what to do when there is no room', async () => {
  const full = new DOMException('', 'QuotaExceededError');
  const work = () => Promise.reject(full);
  await expect(write(['settings'], work)).rejects.toEqual(storageFailure('Export a backup'));
});

test('passes failures of our own unchanged', async () => {
  const work = () => Promise.reject(failure('NotFoundError', 'There is no such thing.'));
  await expect(withDatabase(work)).rejects.toThrow('There is no such thing.');
});

test('writes nothing when a later part of the work fails', async () => {
  await writeSetting('language', 'en');
  const work = write(['settings'], async (transaction) => {
    await transaction.objectStore('settings').put('zh-CN', 'language');
    throw failure('InputError', 'No.');
  });
  await expect(work).rejects.toThrow('No.');
  expect(await readSetting('language')).toBe('en');
});

test('deleting everything leaves no database', async () => {
  await writeSetting('language', 'en');
  await deleteEverything();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await readSetting('language')).toBeNull();
});

test('closing twice does no harm', async () => {
  await writeSetting('language', 'en');
  await Promise.all([closeDatabase(), closeDatabase()]);
  expect(await readSetting('language')).toBe('en');
});
