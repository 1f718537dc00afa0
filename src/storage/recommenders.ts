import type { RecommenderInfo } from '../api';
import { withDatabase, write } from './database';
import { dropOlderFiles, filesOf, newestFiles } from './files';
import { requireDataset } from './source';

/**
 * Keeps a recommender and its file in one transaction, and the file before it as a reserve.
 * @throws NotFoundError without its data
 */
export async function saveRecommender(info: RecommenderInfo, file: Blob): Promise<void> {
  let generation = 0;
  await write(['datasets', 'recommenders', 'files'], async (transaction) => {
    await requireDataset(transaction, info.dataset);
    const recommenders = transaction.objectStore('recommenders');
    generation = ((await recommenders.get(info.id))?.generation ?? 0) + 1;
    await recommenders.put({ info, generation });
    await transaction.objectStore('files').put(file, ['recommender', info.id, generation]);
  });
  await dropOlderFiles('recommender', info.id, generation);
}

/** Newest first. */
export async function listRecommenders(): Promise<RecommenderInfo[]> {
  const recommenders = await withDatabase((database) => database.getAll('recommenders'));
  return recommenders.map(({ info }) => info).sort((a, b) => b.createdAt - a.createdAt);
}

/** Its last two files, newest first; fall back if the first is damaged. */
export function loadRecommender(recommender: string): Promise<Blob[]> {
  return newestFiles('recommender', recommender);
}

/** Removes a recommender and its files. */
export async function removeRecommender(recommender: string): Promise<void> {
  await write(['recommenders', 'files'], async (transaction) => {
    await transaction.objectStore('recommenders').delete(recommender);
    await transaction.objectStore('files').delete(filesOf('recommender', recommender));
    await transaction.objectStore('files').delete(filesOf('lesson', recommender));
  });
}
