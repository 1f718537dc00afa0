import type { DatasetInfo, RecommenderInfo } from '../api';
import type { FileKey } from './schema';
import type { BackupHeader, FileEntry } from './backup-format';
import { decodeBackup, encodeBackup } from './backup-format';
import { withDatabase, write } from './database';
import { failure } from '../errors';

const everything = [
  'datasets',
  'runs',
  'recommenders',
  'files',
  'actions',
  'shown',
  'settings',
  'testReads',
] as const;

/** Everything stored, as one file. @throws StorageError */
export async function exportBackup(): Promise<Blob> {
  const { keys, files, ...records } = await readEverything();
  const entries: FileEntry[] = [];
  for (const [index, key] of keys.entries()) {
    entries.push({ key, bytes: files[index].size, sha256: await sha256(files[index]) });
  }
  return encodeBackup({ format: 'palate-backup-1', ...records, files: entries }, files);
}

/** What is in a backup, for those who can tell whether its files are what they claim to be. */
export interface BackupContents {
  readonly datasets: readonly DatasetInfo[];
  readonly recommenders: readonly RecommenderInfo[];
  /** The files of one owner, in the order of their keys. */
  filesOf(owner: FileKey[0], id: string): readonly Blob[];
}

/**
 * Replaces everything stored by a backup. All of it is checked first, in the end by `check`;
 * if anything is wrong, nothing changes. @throws BackupError, StorageError
 */
export async function importBackup(
  backup: Blob,
  check: (contents: BackupContents) => Promise<void>,
): Promise<void> {
  const { header, files } = await decodeBackup(backup);
  await checkFiles(header, files);
  await check(contentsOf(header, files));
  await replaceEverything(header, files);
}

/** All stores at one moment. */
function readEverything() {
  return withDatabase(async (database) => {
    const stores = database.transaction(everything);
    const settings = stores.objectStore('settings');
    const testReads = stores.objectStore('testReads');
    const [datasets, runs, recommenders, actions, shown, keys, files] = await Promise.all([
      stores.objectStore('datasets').getAll(),
      stores.objectStore('runs').getAll(),
      stores.objectStore('recommenders').getAll(),
      stores.objectStore('actions').getAll(),
      stores.objectStore('shown').getAll(),
      stores.objectStore('files').getAllKeys(),
      stores.objectStore('files').getAll(),
    ]);
    return {
      ...{ datasets, runs, recommenders, actions, shown, keys, files },
      settings: pairs(await settings.getAllKeys(), await settings.getAll()),
      testReads: pairs(await testReads.getAllKeys(), await testReads.getAll()),
    };
  });
}

function pairs<Value>(keys: readonly string[], values: readonly Value[]) {
  return keys.map((key, index) => [key, values[index]] as const);
}

/** Every file is whole, and belongs to something; every dataset has its file. */
async function checkFiles(header: BackupHeader, files: readonly Blob[]): Promise<void> {
  const nameOf = (owner: FileKey[0], id: string) => `${owner}\t${id}`;
  const owners = new Set([
    ...header.datasets.map(({ id }) => nameOf('dataset', id)),
    ...header.runs.map(({ info }) => nameOf('run', info.id)),
    ...header.recommenders.map(({ info }) => nameOf('recommender', info.id)),
    ...header.recommenders.map(({ info }) => nameOf('lesson', info.id)),
  ]);
  const filed = new Set(header.files.map(({ key: [owner, id] }) => nameOf(owner, id)));
  const missing = header.datasets.some(({ id }) => !filed.has(nameOf('dataset', id)));
  const stray = [...filed].some((name) => !owners.has(name));
  if (missing || stray) throw failure('BackupError', 'The backup is incomplete.');
  for (const [index, { sha256: expected }] of header.files.entries()) {
    if ((await sha256(files[index])) !== expected) {
      throw failure('BackupError', 'The backup is damaged: a file in it fails its checksum.');
    }
  }
}

function contentsOf(header: BackupHeader, files: readonly Blob[]): BackupContents {
  const all = header.files.map(({ key }, index) => ({ key, file: files[index] }));
  return {
    datasets: header.datasets,
    recommenders: header.recommenders.map(({ info }) => info),
    filesOf: (owner, id) =>
      all
        .filter(({ key }) => key[0] === owner && key[1] === id)
        .sort((a, b) => a.key[2] - b.key[2])
        .map(({ file }) => file),
  };
}

async function replaceEverything(header: BackupHeader, files: readonly Blob[]): Promise<void> {
  const { datasets, runs, recommenders, actions, shown = [], settings, testReads } = header;
  await write(everything, async (stores) => {
    await Promise.all(everything.map((name) => stores.objectStore(name).clear()));
    await Promise.all([
      ...datasets.map((info) => stores.objectStore('datasets').put(info)),
      ...runs.map((run) => stores.objectStore('runs').put(run)),
      ...recommenders.map((recommender) => stores.objectStore('recommenders').put(recommender)),
      ...files.map((file, index) => stores.objectStore('files').put(file, header.files[index].key)),
      ...actions.map((action) => stores.objectStore('actions').add(action)),
      ...shown.map((list) => stores.objectStore('shown').add(list)),
      ...settings.map(([key, value]) => stores.objectStore('settings').put(value, key)),
      ...testReads.map(([hash, reads]) => stores.objectStore('testReads').put(reads, hash)),
    ]);
  });
}

async function sha256(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
