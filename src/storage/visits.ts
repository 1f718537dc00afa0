/**
 * What a visitor did on another site, in a database of its own on that site's origin. All tabs
 * of the site share it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LoggedEvent } from '../visitor-api';
import { isConnectionLost, rethrow } from './failures';

interface Visits extends DBSchema {
  events: { key: number; value: LoggedEvent };
}

const name = 'palate-visitor';
/** Events that are kept: the newest. */
const mostEvents = 1000;

let connection: Promise<IDBPDatabase<Visits>> | null = null;

/** Appends an event, and drops the oldest of too many. @throws StorageError */
export async function appendVisit(event: LoggedEvent): Promise<void> {
  await withVisits(async (database) => {
    const { store, done } = database.transaction('events', 'readwrite');
    await store.add(event);
    const excess = (await store.count()) - mostEvents;
    for (const key of excess > 0 ? await store.getAllKeys(null, excess) : []) {
      await store.delete(key);
    }
    await done;
  });
}

/** Oldest first. @throws StorageError */
export function listVisits(): Promise<LoggedEvent[]> {
  return withVisits((database) => database.getAll('events'));
}

/** Forgets all of them. @throws StorageError */
export function clearVisits(): Promise<void> {
  return withVisits((database) => database.clear('events'));
}

/** Does `work`, once more on a fresh connection where the browser had closed the one there was. */
async function withVisits<T>(work: (database: IDBPDatabase<Visits>) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (error) {
    if (!isConnectionLost(error)) return rethrow(error);
    connection = null;
    return connect().then(work).catch(rethrow);
  }
}

function connect(): Promise<IDBPDatabase<Visits>> {
  connection ??= open().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

async function open(): Promise<IDBPDatabase<Visits>> {
  const database = await openDB<Visits>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('events', { autoIncrement: true }),
    terminated: () => (connection = null),
  });
  database.addEventListener('versionchange', () => {
    database.close();
    connection = null;
  });
  return database;
}
