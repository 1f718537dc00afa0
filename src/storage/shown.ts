import type { ShownList } from '../api';
import { withDatabase, write } from './database';
import { dropOldest } from './drop-oldest';

/** Lists that are kept, of all datasets: the most recent. */
const mostLists = 1000;

/** Notes that a list was shown. */
export async function appendShown(list: ShownList): Promise<void> {
  await write(['shown'], async (transaction) => {
    const shown = transaction.objectStore('shown');
    await shown.add(list);
    await dropOldest(shown, mostLists);
  });
}

/** The lists shown of a dataset, oldest first. */
export function listShown(dataset: string): Promise<ShownList[]> {
  return withDatabase((database) => database.getAllFromIndex('shown', 'dataset', dataset));
}
