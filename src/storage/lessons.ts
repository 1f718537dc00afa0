import type { LessonInfo, RecommenderInfo } from '../api';
import { failure } from '../errors';
import { withDatabase, write } from './database';
import { filesOf } from './files';
import type { FileKey, Transaction } from './schema';

const stores = ['recommenders', 'files'] as const;
type Writing = Pick<Transaction<typeof stores, 'readwrite'>, 'objectStore'>;

/** The lessons of a recommender that are remembered, and how many of them that were kept. */
const [mostLessons, mostKept] = [10, 2];

const fileKey = (recommender: string, { number }: LessonInfo): FileKey => [
  'lesson',
  recommender,
  number,
];

/**
 * Notes a lesson, and keeps the file of what was learned beside that of the recommender, and
 * beside that of the lesson before; null where it was rolled back. @throws NotFoundError
 */
export function saveLesson(
  recommender: string,
  lesson: LessonInfo,
  file: Blob | null,
): Promise<RecommenderInfo> {
  return changeLessons(recommender, async ({ lessons = [] }, transaction) => {
    if (file) await transaction.objectStore('files').put(file, fileKey(recommender, lesson));
    return remembered([lesson, ...lessons]);
  });
}

/** Puts the lesson that serves out of use; the one before serves again, or the recommender as it was trained. */
export function undoLesson(recommender: string): Promise<RecommenderInfo> {
  return changeLessons(recommender, async ({ lessons = [], ...info }) => {
    const last = servingLesson({ ...info, lessons });
    return lessons.map((lesson) => (lesson === last ? { ...lesson, outcome: 'undone' } : lesson));
  });
}

/** The lesson that serves; none where the recommender serves as it was trained. */
export function servingLesson({ lessons }: RecommenderInfo): LessonInfo | undefined {
  return lessons?.find(({ outcome }) => outcome === 'kept');
}

/** What was learned in the lesson that serves; none where the recommender serves as it was trained. */
export function loadLesson(recommender: string): Promise<Blob[]> {
  return withDatabase(async (database) => {
    const record = await database.get('recommenders', recommender);
    const last = record && servingLesson(record.info);
    const file = last && (await database.get('files', fileKey(recommender, last)));
    return file ? [file] : [];
  });
}

/**
 * Forgets what recommenders learned from what was said of a dataset, or of one item of it, as a
 * part of a transaction.
 */
export async function forgetLessons(
  transaction: Writing,
  dataset: string,
  item?: string,
): Promise<void> {
  const recommenders = transaction.objectStore('recommenders');
  for (const { info, generation } of await recommenders.index('dataset').getAll(dataset)) {
    if (item !== undefined && !hasLearnedFrom(info, item)) continue;
    await recommenders.put({ info: { ...info, lessons: [] }, generation });
    await transaction.objectStore('files').delete(filesOf('lesson', info.id));
  }
}

function hasLearnedFrom({ lessons = [] }: RecommenderInfo, item: string): boolean {
  return lessons.some(({ history }) => history.some((entry) => entry.item === item));
}

/** The newest ones, to the second that was kept: there is no file of those before. */
function remembered(lessons: readonly LessonInfo[]): readonly LessonInfo[] {
  const kept = lessons.filter(({ outcome }) => outcome === 'kept');
  const end = kept.length < mostKept ? mostLessons : lessons.indexOf(kept[mostKept - 1]) + 1;
  return lessons.slice(0, end);
}

/** Replaces the lessons of a recommender, and drops the files of all that are not kept. */
async function changeLessons(
  recommender: string,
  change: (info: RecommenderInfo, writing: Writing) => Promise<readonly LessonInfo[]>,
): Promise<RecommenderInfo> {
  let changed: RecommenderInfo | null = null;
  await write(stores, async (transaction) => {
    const recommenders = transaction.objectStore('recommenders');
    const record = await recommenders.get(recommender);
    if (!record) return;
    const lessons = await change(record.info, transaction);
    changed = { ...record.info, lessons };
    await recommenders.put({ ...record, info: changed });
    const kept = lessons.filter(({ outcome }) => outcome === 'kept').map(({ number }) => number);
    const files = transaction.objectStore('files');
    for (const key of await files.getAllKeys(filesOf('lesson', recommender))) {
      if (!kept.includes(key[2])) await files.delete(key);
    }
  });
  if (changed) return changed;
  throw failure('NotFoundError', 'This recommender is not stored here any more.');
}
