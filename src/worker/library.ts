import { isFailure, failure } from '../errors';
import type { DatasetInfo, ItemCard } from '../api';
import { decodeDataset } from '../engine/data/dataset-file';
import { joinNewItems } from '../engine/data/new-items';
import { itemCounts, type Dataset } from '../engine/data/dataset';
import { createTitleMatcher, type TitleMatcher } from '../engine/data/matching/match-titles';
import { createSearch, type Search } from '../engine/data/search';
import type { Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
import * as datasets from '../storage/datasets';
import { loadLesson } from '../storage/lessons';
import { loadRecommender } from '../storage/recommenders';
import type { Answers } from './answers';
import { createCache } from './cache';

/** What is stored, as the engine uses it: the last ones used stay loaded. */
export interface Library {
  dataset(id: string): Promise<Dataset>;
  /** The same with its new items among the others: all that a person can be shown, or speak of. */
  catalogue(id: string): Promise<Dataset>;
  /** Keeps data that were just stored loaded. */
  keep(id: string, dataset: Dataset): void;
  datasetInfo(id: string): Promise<DatasetInfo>;
  search(id: string): Promise<Search>;
  /** What finds titles among the items of data. */
  matcher(id: string): Promise<TitleMatcher>;
  /** Lent until the call that asks for it is answered. @throws CheckpointError, NotFoundError */
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
const [loadedDatasets, loadedRecommenders, loadedMatchers] = [2, 2, 1];

export function createLibrary(answers: Answers): Library {
  const data = createCache(loadedDatasets, async (id: string) =>
    decodeDataset(await datasets.loadDataset(id)),
  );
  const catalogues = createCache(loadedDatasets, async (id: string) =>
    joinNewItems(await data.get(id)),
  );
  const searches = createCache(loadedDatasets, async (id: string) =>
    createSearch(await catalogues.get(id)),
  );
  const matchers = createCache(loadedMatchers, async (id: string) => {
    const dataset = await catalogues.get(id);
    return createTitleMatcher(dataset.catalog, itemCounts(dataset));
  });
  const trained = createCache(loadedRecommenders, loadNewest, async (recommender) => {
    await answers.given();
    recommender.dispose();
  });
  const sources = [data, catalogues, searches, matchers];
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
    matcher: (id) => matchers.get(id),
    recommender: (id) => trained.get(id),
    forget: (id) => trained.drop(id),
    makeRoom() {
      for (const cache of sources) cache.clear();
    },
    get signal() {
      return cleared.signal;
    },
    clear() {
      cleared.abort();
      cleared = new AbortController();
      for (const cache of [...sources, trained]) cache.clear();
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
