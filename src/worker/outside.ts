/** What came from outside is tried out before anything here is replaced by it. */
import { failure, isFailure } from '../errors';
import type { DatasetInfo, RecommenderInfo } from '../api';
import { plainHistory, strangerWith, type Dataset, type Query } from '../engine/data/dataset';
import { decodeDataset } from '../engine/data/dataset-file';
import { hashDataset } from '../engine/data/hash';
import { joinNewItems } from '../engine/data/new-items';
import type { Vocabulary } from '../engine/data/vocabulary';
import type { Recommender } from '../engine/models/recommender';
import { readRecommender } from '../engine/models/saved';
import type { BackupContents } from '../storage/backup';

/** Whether `vocabulary` has all ids of `other`. */
export function hasAll(vocabulary: Vocabulary, other: Vocabulary): boolean {
  return other.ids.every((id) => vocabulary.find(id) >= 0);
}

/** Asks a recommender for its scores, which weights that do not fit cannot give. @throws CheckpointError */
export async function tryOut(recommender: Recommender): Promise<void> {
  const { items, users } = recommender;
  const queries = [queryOf(null, []), queryOf(null, [0, items.size - 1])];
  if (users && users.size > 0) queries.push(queryOf(users.size - 1, [0]));
  const rows = await recommender.score(queries).catch((cause: unknown) => {
    throw unfit(cause);
  });
  const isSound = rows.every((row) => row.length === items.size && row.every(Number.isFinite));
  const isDistinct = items.ids.every((id, index) => items.find(id) === index);
  if (!isSound || !isDistinct) throw unfit();
}

/** Reads every file of a backup as it would be read later. @throws BackupError */
export async function checkContents({
  datasets,
  recommenders,
  filesOf,
}: BackupContents): Promise<void> {
  const known = new Set(datasets.map(({ id }) => id));
  if (recommenders.some(({ dataset }) => !known.has(dataset))) {
    throw failure(
      'BackupError',
      'The backup is incomplete: data that a model learned from are missing.',
    );
  }
  for (const info of datasets) {
    try {
      const dataset = await decodeDataset(new Blob([...filesOf('dataset', info.id)]));
      await checkDataset(info, dataset);
      for (const each of recommenders.filter(({ dataset: id }) => id === info.id)) {
        await checkRecommender(
          each,
          [...filesOf('recommender', each.id), ...filesOf('lesson', each.id)],
          joinNewItems(dataset),
        );
      }
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw failure('BackupError', `The backup is damaged, in “${info.name}”: ${why}`, cause);
    }
  }
}

async function checkDataset(info: DatasetInfo, dataset: Dataset): Promise<void> {
  const { users, items, itemOf } = dataset;
  const fits =
    info.users === users.size &&
    info.items === items.size &&
    info.interactions === itemOf.length &&
    (info.newItems ?? 0) === (dataset.newItems?.ids.length ?? 0);
  if (!fits || info.hash !== (await hashDataset(dataset))) {
    throw failure('CheckpointError', 'The data are not those that their record describes.');
  }
}

/** One damaged file of several does no harm: those before it are there to fall back on. */
async function checkRecommender(
  info: RecommenderInfo,
  files: readonly Blob[],
  { items }: Dataset,
): Promise<void> {
  let [readable, last]: [number, unknown] = [0, null];
  for (const file of files) {
    const recommender = await readRecommender(file).catch((error: unknown) => {
      if (!isFailure(error, 'CheckpointError')) throw error;
      last = error;
    });
    if (!recommender) continue;
    try {
      readable++;
      if (recommender.model.name !== info.model || !hasAll(items, recommender.items)) throw unfit();
      await tryOut(recommender);
    } finally {
      recommender.dispose();
    }
  }
  if (readable === 0) throw last ?? unfit();
}

function queryOf(user: number | null, items: readonly number[]): Query {
  return { ...strangerWith(plainHistory(items)), user };
}

function unfit(cause?: unknown): Error {
  return failure('CheckpointError', 'What the file has learned does not fit its model.', cause);
}
