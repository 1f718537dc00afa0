import type { Action } from '../api';
import { withDatabase, write } from './database';

/** Appends to the interaction log, which never changes otherwise. */
export async function appendAction(action: Action): Promise<void> {
  await write(['actions'], (transaction) => transaction.objectStore('actions').add(action));
}

/** Everything done on the items of a dataset, oldest first. */
export function listActions(dataset: string): Promise<Action[]> {
  return withDatabase((database) => database.getAllFromIndex('actions', 'dataset', dataset));
}
