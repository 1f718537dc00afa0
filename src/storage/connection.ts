import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { blockedByOtherTab, isConnectionLost, rethrow } from './failures';

/** Another tab lets go at once, but only when its transaction in progress ends. */
const patience = 5_000; // ms

/**
 * A connection to IndexedDB. Browsers close it behind our back: another tab
 * upgrades or deletes the database, or the system ends the storage process (as
 * iOS does in the background). So every piece of work asks for the connection
 * anew, and is tried once more on a fresh one.
 */
export interface Connection<Stores extends DBSchema> {
  /** Does `work`, which must be safe to repeat, on the database. @throws StorageError */
  readonly use: <T>(work: (database: IDBPDatabase<Stores>) => Promise<T>) => Promise<T>;
  /** Lets go of the database; the next piece of work opens it again. */
  readonly close: () => Promise<void>;
}

/** A connection that calls `open` for the first piece of work, and whenever it was lost. */
export function createConnection<Stores extends DBSchema>(
  open: () => Promise<IDBPDatabase<Stores>>,
): Connection<Stores> {
  let current: Promise<IDBPDatabase<Stores>> | null = null;
  const forget = () => void (current = null);

  function connect(): Promise<IDBPDatabase<Stores>> {
    current ??= open().then(watched, (error: unknown) => {
      forget();
      throw error;
    });
    return current;
  }

  function watched(database: IDBPDatabase<Stores>): IDBPDatabase<Stores> {
    database.addEventListener('versionchange', forget);
    database.addEventListener('close', forget);
    return database;
  }

  return {
    async use(work) {
      try {
        return await work(await connect());
      } catch (error) {
        if (!isConnectionLost(error)) return rethrow(error);
        forget();
        return connect().then(work).catch(rethrow);
      }
    },
    async close() {
      const closing = current;
      forget();
      (await closing)?.close();
    },
  };
}

/** Opens a database that lets go when another tab waits for it. @throws StorageError */
export function openPatiently<Stores extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Stores>['upgrade']>,
): Promise<IDBPDatabase<Stores>> {
  return patiently(async (blocked) => {
    const database = await openDB<Stores>(name, version, { upgrade, blocked });
    database.addEventListener('versionchange', () => database.close());
    return database;
  });
}

/** Deletes a database and all that is in it. @throws StorageError */
export function deletePatiently(name: string): Promise<void> {
  return patiently((blocked) => deleteDB(name, { blocked })).catch(rethrow);
}

/** What `ask` gives, unless another tab blocks it for too long. */
function patiently<T>(ask: (blocked: () => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const blocked = () => setTimeout(() => reject(blockedByOtherTab()), patience);
    ask(blocked).then(resolve, reject);
  });
}
