/**
 * What a visitor did on another site, in a database of its own on that site's origin. All tabs
 * of the site share it.
 */
import type { DBSchema } from 'idb';
import type { LoggedEvent } from '../visitor-api';
import { createConnection, openPatiently } from './connection';
import { dropOldest } from './drop-oldest';

interface Visits extends DBSchema {
  events: { key: number; value: LoggedEvent };
}

/** Events that are kept: the newest. */
const mostEvents = 1000;

const connection = createConnection(() =>
  openPatiently<Visits>('palate-visitor', 1, (fresh) => {
    fresh.createObjectStore('events', { autoIncrement: true });
  }),
);

/** Appends an event, and drops the oldest of too many. @throws StorageError */
export async function appendVisit(event: LoggedEvent): Promise<void> {
  await connection.use(async (database) => {
    const { store, done } = database.transaction('events', 'readwrite');
    await store.add(event);
    await dropOldest(store, mostEvents);
    await done;
  });
}

/** Oldest first. @throws StorageError */
export function listVisits(): Promise<LoggedEvent[]> {
  return connection.use((database) => database.getAll('events'));
}

/** Forgets all of them. @throws StorageError */
export function clearVisits(): Promise<void> {
  return connection.use((database) => database.clear('events'));
}
