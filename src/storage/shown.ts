import type { ShownList } from '../api';
import { withDatabase, write } from './database';

/** Lists that are kept, of all datasets: the most recent. */
const mostLists = 1000;

/** Notes that a list was shown. */
export async function appendShown(list: ShownList): Promise<void> {
  await write(['shown'], async (transaction) => {
    const shown = transaction.objectStore('shown');
    await shown.add(list);
    const excess = (await shown.count()) - mostLists;
    for (const key of excess > 0 ? await shown.getAllKeys(null, excess) : []) {
      await shown.delete(key);
    }
  });
}

/** The lists shown of a dataset, oldest first. */
export function listShown(dataset: string): Promise<ShownList[]> {
  return withDatabase((database) => database.getAllFromIndex('shown', 'dataset', dataset));
}
