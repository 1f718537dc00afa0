import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Action, DatasetInfo, RecommenderInfo, RunInfo, ShownList } from '../api';

/** A record whose file is written anew with every save; `generation` is the newest. */
export interface Versioned<Info> {
  readonly info: Info;
  readonly generation: number;
}

/** Whose file it is: what kind of thing, its id, and which save wrote it; of a dataset, which part it is. */
export type FileKey = [
  owner: 'dataset' | 'run' | 'recommender' | 'lesson',
  id: string,
  generation: number,
];

/** What is stored. Files are Blobs: Chromium refuses typed arrays of 128 MiB and more. */
export interface Schema extends DBSchema {
  datasets: { key: string; value: DatasetInfo };
  runs: { key: string; value: Versioned<RunInfo>; indexes: { dataset: string } };
  recommenders: { key: string; value: Versioned<RecommenderInfo>; indexes: { dataset: string } };
  files: { key: FileKey; value: Blob };
  actions: { key: number; value: Action; indexes: { dataset: string } };
  shown: { key: number; value: ShownList; indexes: { dataset: string } };
  settings: { key: string; value: string };
  testReads: { key: string; value: number };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;
export type Transaction<
  Names extends ArrayLike<StoreName>,
  Mode extends IDBTransactionMode,
> = IDBPTransaction<Schema, Names, Mode>;

/** One step from a version of the schema to the next. */
export type Upgrade = (
  database: Database,
  transaction: Transaction<StoreName[], 'versionchange'>,
) => void;

/** All steps, oldest first: their number is the version. A step that was released never changes. */
export const upgrades: readonly Upgrade[] = [createStores, addShown];

function createStores(database: Database): void {
  database.createObjectStore('datasets', { keyPath: 'id' });
  const runs = database.createObjectStore('runs', { keyPath: 'info.id' });
  runs.createIndex('dataset', 'info.request.dataset');
  const recommenders = database.createObjectStore('recommenders', { keyPath: 'info.id' });
  recommenders.createIndex('dataset', 'info.dataset');
  database.createObjectStore('files');
  const actions = database.createObjectStore('actions', { autoIncrement: true });
  actions.createIndex('dataset', 'dataset');
  database.createObjectStore('settings');
  database.createObjectStore('testReads');
}

function addShown(database: Database): void {
  const shown = database.createObjectStore('shown', { autoIncrement: true });
  shown.createIndex('dataset', 'dataset');
}
