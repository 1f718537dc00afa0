import { failure } from '../errors';
import type { Transaction } from './schema';

/**
 * What is learned from data is stored beside them only: data that somebody deletes while a training
 * goes on, here or in another tab, do not come back as its results. @throws NotFoundError
 */
export async function requireDataset(
  transaction: Pick<Transaction<['datasets'], 'readwrite'>, 'objectStore'>,
  dataset: string,
): Promise<void> {
  const known = await transaction.objectStore('datasets').count(dataset);
  if (known === 0) throw failure('NotFoundError', 'These data are not stored here any more.');
}
