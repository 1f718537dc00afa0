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

/**
 * Keeps a dataset and its file, which comes in `pieces`, in one transaction. No more than a part
 * is copied at a time. `check` may throw before each, and nothing is kept then.
 */
export async function saveDataset(
  info: DatasetInfo,
  pieces: readonly Uint8Array<ArrayBuffer>[],
  check: () => void = () => {},
): Promise<void> {
  await write(['datasets', 'files'], async (transaction) => {
    const files = transaction.objectStore('files');
    await transaction.objectStore('datasets').put(info);
    let part = 0;
    for (const blob of inParts(pieces)) {
      check();
      await files.put(blob, partKey(info.id, part++));
    }
  });
}

/** A file as Blobs of `partBytes` each, the last of what is left; each is made when it is asked for. */
function* inParts(pieces: readonly Uint8Array<ArrayBuffer>[]): Generator<Blob> {
  let [part, bytes]: [Uint8Array<ArrayBuffer>[], number] = [[], 0];
  for (const piece of pieces) {
    for (let from = 0; from < piece.length;) {
      const taken = piece.subarray(from, from + partBytes - bytes);
      part.push(taken);
      bytes += taken.length;
      from += taken.length;
      if (bytes < partBytes) continue;
      yield new Blob(part);
      [part, bytes] = [[], 0];
    }
  }
  if (bytes > 0) yield new Blob(part);
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
