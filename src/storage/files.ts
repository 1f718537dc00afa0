import type { FileKey } from './schema';
import { withDatabase, write } from './database';

/** Keys of all files of one owner, oldest first. */
export function filesOf(owner: FileKey[0], id: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, id], [owner, id, Infinity]);
}

/**
 * The last two generations of a file, newest first: who finds the first damaged
 * falls back to the second.
 */
export function newestFiles(owner: FileKey[0], id: string): Promise<Blob[]> {
  return withDatabase(async (database) => {
    const files = await database.getAll('files', filesOf(owner, id));
    return files.reverse().slice(0, 2);
  });
}

/** Deletes what lies before the generation that came before `newest`. */
export async function dropOlderFiles(owner: FileKey[0], id: string, newest: number): Promise<void> {
  const older = IDBKeyRange.bound([owner, id], [owner, id, newest - 1], false, true);
  await write(['files'], (transaction) => transaction.objectStore('files').delete(older));
}
