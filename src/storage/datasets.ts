import type { DatasetInfo } from '../api';
import type { FileKey, Transaction } from './schema';
import { controlsKey } from './controls';
import { withDatabase, write } from './database';
import { filesOf } from './files';
import { removeLog } from './log';
import { failure } from '../errors';

const affected = [
  'datasets',
  'runs',
  'recommenders',
  'actions',
  'shown',
  'settings',
  'files',
] as const;
type Removal = Transaction<typeof affected, 'readwrite'>;

/** Bytes of a part of a file: browsers have trouble with much larger ones. */
const partBytes = 48 * 2 ** 20;

/** A dataset is written once and never changes, so it has no generations, but its file has parts. */
const partKey = (dataset: string, part: number): FileKey => ['dataset', dataset, part + 1];

/** Keeps a dataset and its columns in one transaction. */
export async function saveDataset(info: DatasetInfo, file: Blob): Promise<void> {
  const parts = Math.ceil(file.size / partBytes);
  await write(['datasets', 'files'], async (transaction) => {
    const files = transaction.objectStore('files');
    await transaction.objectStore('datasets').put(info);
    for (let part = 0; part < parts; part++) {
      await files.put(file.slice(part * partBytes, (part + 1) * partBytes), partKey(info.id, part));
    }
  });
}

/** Newest first. */
export async function listDatasets(): Promise<DatasetInfo[]> {
  const datasets = await withDatabase((database) => database.getAll('datasets'));
  return datasets.sort((a, b) => b.createdAt - a.createdAt);
}

/** The columns of a dataset. @throws NotFoundError */
export async function loadDataset(dataset: string): Promise<Blob> {
  const parts = await withDatabase((database) =>
    database.getAll('files', filesOf('dataset', dataset)),
  );
  if (parts.length === 0) throw failure('NotFoundError', `There is no dataset “${dataset}”.`);
  return new Blob(parts);
}

/** Removes a dataset with all that came of it: its runs, its recommenders, what was said of its items. */
export async function removeDataset(dataset: string): Promise<void> {
  await write(affected, async (transaction) => {
    await transaction.objectStore('datasets').delete(dataset);
    await transaction.objectStore('files').delete(filesOf('dataset', dataset));
    await removeLearned(transaction, 'runs', 'run', dataset);
    await removeLearned(transaction, 'recommenders', 'recommender', dataset);
    await removeLog(transaction, dataset);
    await transaction.objectStore('settings').delete(controlsKey(dataset));
  });
}

async function removeLearned(
  transaction: Removal,
  store: 'runs' | 'recommenders',
  owner: FileKey[0],
  dataset: string,
): Promise<void> {
  const records = transaction.objectStore(store);
  for (const id of await records.index('dataset').getAllKeys(dataset)) {
    await records.delete(id);
    await transaction.objectStore('files').delete(filesOf(owner, id));
    if (owner === 'recommender')
      await transaction.objectStore('files').delete(filesOf('lesson', id));
  }
}
