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

/** Forgets all that was said of one item, and what was learned from that. */
export async function forgetItem(dataset: string, item: string): Promise<void> {
  await write(['actions', 'recommenders', 'files'], async (transaction) => {
    const actions = transaction.objectStore('actions');
    const keys = await actions.index('dataset').getAllKeys(dataset);
    const lines = await actions.index('dataset').getAll(dataset);
    for (const key of keys.filter((_key, line) => lines[line].item === item)) {
      await actions.delete(key);
    }
    await forgetLessons(transaction, dataset, item);
  });
}

/** Forgets everything about a dataset as a part of what a transaction does. */
export async function removeLog(
  transaction: Pick<Transaction<typeof stores, 'readwrite'>, 'objectStore'>,
  dataset: string,
): Promise<void> {
  for (const name of stores) {
    const store = transaction.objectStore(name);
    for (const key of await store.index('dataset').getAllKeys(dataset)) await store.delete(key);
  }
}
