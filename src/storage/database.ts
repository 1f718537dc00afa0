/** The database of the app, and how it is written: all or nothing. */
import { createConnection, deletePatiently, openPatiently } from './connection';
import { upgrades, type Database, type Schema, type StoreName, type Transaction } from './schema';

const name = 'palate';
const connection = createConnection(() => openDatabase());

/** Does `work`, which must be safe to repeat, on the database. @throws StorageError */
export const withDatabase = connection.use;

/** Lets go of the connection; the next piece of work opens another. */
export const closeDatabase = connection.close;

/** Opens the database and brings it up to date, step by step. @throws StorageError */
export function openDatabase(steps = upgrades): Promise<Database> {
  return openPatiently<Schema>(name, steps.length, (database, oldVersion, _newest, transaction) =>
    steps.slice(oldVersion).forEach((step) => step(database, transaction)),
  );
}

/** Deletes all that was ever stored here. @throws StorageError */
export async function deleteEverything(): Promise<void> {
  await closeDatabase();
  await deletePatiently(name);
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
