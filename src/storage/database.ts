/**
 * The connection to IndexedDB. Browsers close it behind our back: another tab
 * upgrades or deletes the database, or the system ends the storage process (as
 * iOS does in the background). So every piece of work asks for the connection
 * anew, and is tried once more on a fresh one.
 */
import { deleteDB, openDB } from 'idb';
import type { Database, Schema, StoreName, Transaction } from './schema';
import { upgrades } from './schema';
import { blockedByOtherTab, isConnectionLost, rethrow } from './failures';

const name = 'palate';
/** Another tab lets go at once, but only when its transaction in progress ends. */
const patience = 5_000; // ms
let connection: Promise<Database> | null = null;

/** Opens the database and brings it up to date, step by step. @throws StorageError */
export function openDatabase(steps = upgrades): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, steps.length, {
      upgrade: (database, oldVersion, _newVersion, transaction) =>
        steps.slice(oldVersion).forEach((step) => step(database, transaction)),
      blocked: () => setTimeout(() => reject(blockedByOtherTab()), patience),
    }).then((database) => resolve(watched(database)), reject);
  });
}

/** Makes a connection let go when another tab waits for it, and be forgotten when it has died. */
function watched(database: Database): Database {
  const forget = () => (connection = null);
  database.addEventListener('versionchange', () => database.close());
  database.addEventListener('versionchange', forget);
  database.addEventListener('close', forget);
  return database;
}

/** Lets go of the connection; the next piece of work opens another. */
export async function closeDatabase(): Promise<void> {
  const closing = connection;
  connection = null;
  (await closing)?.close();
}

/** Deletes all that was ever stored here. @throws StorageError */
export async function deleteEverything(): Promise<void> {
  await closeDatabase();
  await new Promise<void>((resolve, reject) => {
    const blocked = () => setTimeout(() => reject(blockedByOtherTab()), patience);
    deleteDB(name, { blocked }).then(resolve, reject);
  }).catch(rethrow);
}

/** Does `work`, which must be safe to repeat, on the database. @throws StorageError */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (error) {
    if (!isConnectionLost(error)) return rethrow(error);
    connection = null;
    return await connect().then(work).catch(rethrow);
  }
}

/**
 * Does `work` in one transaction over `stores`, on disk when this resolves; if
 * anything fails, nothing was written. `work` may await nothing but its requests:
 * a transaction ends by itself as soon as it has none. @throws StorageError
 */
export function write<const Names extends readonly StoreName[]>(
  stores: Names,
  work: (transaction: Transaction<Names, 'readwrite'>) => Promise<unknown>,
): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    const working = work(transaction).catch((error: unknown) => {
      rollBack(transaction);
      throw error;
    });
    await Promise.all([working, transaction.done]);
  });
}

function rollBack(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // A failed request has aborted it already.
  }
}

function connect(): Promise<Database> {
  connection ??= openDatabase().catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}
