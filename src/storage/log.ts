import type { Transaction } from './schema';
import { write } from './database';
import { forgetLessons } from './lessons';

const stores = ['actions', 'shown'] as const;

/** Forgets all that was said and shown of the items of a dataset, and what was learned from it. */
export async function clearLog(dataset: string): Promise<void> {
  await write([...stores, 'recommenders', 'files'], async (transaction) => {
    await removeLog(transaction, dataset);
    await forgetLessons(transaction, dataset);
  });
}

/** … as a part of what a transaction does. */
export async function removeLog(
  transaction: Pick<Transaction<typeof stores, 'readwrite'>, 'objectStore'>,
  dataset: string,
): Promise<void> {
  for (const name of stores) {
    const store = transaction.objectStore(name);
    for (const key of await store.index('dataset').getAllKeys(dataset)) await store.delete(key);
  }
}
