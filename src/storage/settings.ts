import { withDatabase, write } from './database';

/** A setting as it was last written, or null. */
export async function readSetting(key: string): Promise<string | null> {
  return (await withDatabase((database) => database.get('settings', key))) ?? null;
}

/** Keeps a setting. */
export async function writeSetting(key: string, value: string): Promise<void> {
  await write(['settings'], (transaction) => transaction.objectStore('settings').put(value, key));
}
