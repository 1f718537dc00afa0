import type { Action } from '../api';
import { withDatabase, write } from './database';

/** Appends to the interaction log, all or nothing; gives how many lines it has then. */
export async function appendActions(actions: readonly Action[]): Promise<number> {
  let lines = 0;
  await write(['actions'], async (transaction) => {
    const log = transaction.objectStore('actions');
    await Promise.all(actions.map((action) => log.add(action)));
    lines = await log.count();
  });
  return lines;
}

/** Everything done on the items of a dataset, oldest first. */
export function listActions(dataset: string): Promise<Action[]> {
  return withDatabase((database) => database.getAllFromIndex('actions', 'dataset', dataset));
}

/** The datasets of whose items something was done. */
export function datasetsOfActions(): Promise<string[]> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('actions');
    const datasets: string[] = [];
    let cursor = await store.index('dataset').openKeyCursor(null, 'nextunique');
    for (; cursor; cursor = await cursor.continue()) datasets.push(cursor.key);
    return datasets;
  });
}

/** Drops the oldest lines of the whole log for which `isDue`, at most `most` of them. */
export async function dropActions(
  isDue: (actions: readonly Action[]) => readonly boolean[],
  most: number,
): Promise<void> {
  await write(['actions'], async (transaction) => {
    const actions = transaction.objectStore('actions');
    const keys = await actions.getAllKeys();
    const due = isDue(await actions.getAll());
    for (const key of keys.filter((_key, line) => due[line]).slice(0, most)) {
      await actions.delete(key);
    }
  });
}
