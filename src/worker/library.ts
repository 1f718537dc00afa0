import { isFailure, failure } from '../errors';
import type { DatasetInfo, ItemCard } from '../api';
import { decodeDataset } from '../engine/data/dataset-file';
import type { Dataset } from '../engine/data/dataset';
import { joinNewItems } from '../engine/data/new-items';
import { createSearch, type Search } from '../engine/data/search';
import type { Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
import * as datasets from '../storage/datasets';
import { loadLesson } from '../storage/lessons';
import { loadRecommender } from '../storage/recommenders';

/** What is stored, as the engine uses it: the last ones used stay loaded. */
export interface Library {
  dataset(id: string): Promise<Dataset>;
  /** The same with its new items among the others: all that a person can be shown, or speak of. */
  catalogue(id: string): Promise<Dataset>;
  /** Keeps data that were just stored loaded. */
  keep(id: string, dataset: Dataset): void;
  datasetInfo(id: string): Promise<DatasetInfo>;
  search(id: string): Promise<Search>;
  /** Lent: it may be disposed once others are asked for. @throws CheckpointError, NotFoundError */
  recommender(id: string): Promise<Recommender>;
  /** Forgets what is loaded of a recommender, of which there is something newer. */
  forget(recommender: string): void;
  /** Lets go of data, to be loaded again when asked for: there is much to come. */
  makeRoom(): void;
  /** Forgets everything that is loaded. */
  clear(): void;
  /** Aborts when everything is forgotten. */
  readonly signal: AbortSignal;
}

/** How many of each stay loaded. */
const [loadedDatasets, loadedRecommenders] = [2, 2];

export function createLibrary(): Library {
  const data = createCache(loadedDatasets, async (id: string) =>
    decodeDataset(await datasets.loadDataset(id)),
  );
  const catalogues = createCache(loadedDatasets, async (id: string) =>
    joinNewItems(await data.get(id)),
  );
  const searches = createCache(loadedDatasets, async (id: string) =>
    createSearch(await catalogues.get(id)),
  );
  const trained = createCache(loadedRecommenders, loadNewest, (recommender) =>
    recommender.dispose(),
  );
  let cleared = new AbortController();
  return {
    dataset: (id) => data.get(id),
    catalogue: (id) => catalogues.get(id),
    keep: (id, dataset) => data.set(id, dataset),
    async datasetInfo(id) {
      const info = (await datasets.listDatasets()).find((candidate) => candidate.id === id);
      if (!info) throw failure('NotFoundError', 'These data are not stored here any more.');
      return info;
    },
    search: (id) => searches.get(id),
    recommender: (id) => trained.get(id),
    forget: (id) => trained.drop(id),
    makeRoom() {
      for (const cache of [data, catalogues, searches]) cache.clear();
    },
    get signal() {
      return cleared.signal;
    },
    clear() {
      cleared.abort();
      cleared = new AbortController();
      for (const cache of [data, catalogues, searches, trained]) cache.clear();
    },
  };
}

/** What it learned last, or else the newest generation whose checksums hold. */
async function loadNewest(id: string): Promise<Recommender> {
  const [learned, trained] = await Promise.all([loadLesson(id), loadRecommender(id)]);
  const generations = [...learned, ...trained];
  if (generations.length === 0) {
    throw failure('NotFoundError', 'This recommender is not stored here any more.');
  }
  return firstReadable(generations, (file) => readRecommender(file));
}

/** What `read` makes of the first file that is not damaged. @throws CheckpointError when all are */
export async function firstReadable<T>(
  files: readonly Blob[],
  read: (file: Blob) => Promise<T>,
): Promise<T> {
  for (const [index, file] of files.entries()) {
    try {
      return await read(file);
    } catch (error) {
      const isLast = index === files.length - 1;
      if (isLast || !isFailure(error, 'CheckpointError')) throw error;
    }
  }
  throw failure('NotFoundError', 'There is nothing stored to go on from.');
}

/** An item as a person sees it. */
export function cardOf({ items, catalog }: Dataset, item: number): ItemCard {
  const id = items.ids[item];
  const year = catalog.years[item];
  return {
    item: id,
    title: catalog.titles[item] || id,
    year: Number.isNaN(year) ? null : year,
    genres: catalog.genres[item],
  };
}

interface Cache<T> {
  get(id: string): Promise<T>;
  drop(id: string): void;
  set(id: string, value: T): void;
  clear(): void;
}

/** Keeps the `size` values that were asked for last; what failed to load is asked for again. */
function createCache<T>(
  size: number,
  load: (id: string) => Promise<T>,
  free: (value: T) => void = () => {},
): Cache<T> {
  const loaded = new Map<string, Promise<T>>();
  const drop = (id: string): void => {
    void loaded.get(id)?.then(free, () => {});
    loaded.delete(id);
  };
  return {
    get(id) {
      const found = loaded.get(id) ?? load(id);
      loaded.delete(id);
      loaded.set(id, found);
      found.catch(() => loaded.delete(id));
      for (const old of [...loaded.keys()].slice(0, -size)) drop(old);
      return found;
    },
    drop,
    set(id, value) {
      drop(id);
      loaded.set(id, Promise.resolve(value));
      for (const old of [...loaded.keys()].slice(0, -size)) drop(old);
    },
    clear() {
      for (const id of [...loaded.keys()]) drop(id);
    },
  };
}
