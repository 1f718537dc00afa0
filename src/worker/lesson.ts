import { failure } from '../errors';
import type { HistoryEntry, LessonInfo, Recommendation } from '../api';
import type { Dataset } from '../engine/data/dataset';
import { toPreferences, valueRange } from '../engine/data/prepare';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../engine/models/checkpoint';
import { withRecommender } from '../engine/models/saved';
import type { TuningOptions } from '../engine/training/fine-tune';
import { giveLesson } from '../engine/training/lesson';
import { loadRecommender } from '../storage/recommenders';
import { firstReadable } from './library';
import type { Opened } from './opened';
import { recommend, toQuery, youOf, type Asking } from './recommend';

/** A lesson to be noted, and what was learned, null where it was rolled back. */
interface Taught {
  readonly lesson: LessonInfo;
  readonly file: Blob | null;
}

/** How many places of the list are compared. */
const compared = 10;
/** The lots of every lesson, so that what is learned follows from what was said alone. */
const seed = 1;

/**
 * Teaches a recommender what the person at the screen said, all over from its weights as they
 * were trained: so lessons do not pile up, and what was taken back is unlearned.
 * @throws ConfigError where it learned from other data, and what `giveLesson` throws
 */
export async function teach(
  asking: Opened & Asking,
  options: Omit<TuningOptions, 'seed'>,
): Promise<Taught> {
  const { info, dataset } = asking;
  const begun = performance.now();
  const [last] = info.lessons ?? [];
  const number = (last?.number ?? 0) + 1;
  const { history } = youOf(asking);
  const before = await listOf(asking);
  const original = await firstReadable(await loadRecommender(info.id), decodeCheckpoint);
  refuseOtherData(original, dataset);
  const own = toQuery('you', asking).query.history;
  const community = toPreferences(dataset, valueRange(dataset));
  const result = await giveLesson(original, own, community, { ...options, seed });
  const { learned, ...validation } = result;
  const after = learned ? await listBy(learned.checkpoint, asking, history) : before;
  const lesson: LessonInfo = {
    ...validation,
    number,
    at: Date.now(),
    seconds: (performance.now() - begun) / 1000,
    history,
    fresh: countFresh(history, last?.history ?? []),
    outcome: learned ? 'kept' : 'rolled-back',
    entered: without(after, before),
    left: without(before, after),
  };
  return { lesson, file: learned && (await encodeCheckpoint(learned.checkpoint)) };
}

/** How many entries say something that was not said `before`. */
function countFresh(history: readonly HistoryEntry[], before: readonly HistoryEntry[]): number {
  const said = new Map(before.map(({ item, value }) => [item, value]));
  return history.filter(({ item, value }) => said.get(item) !== value).length;
}

function listOf(asking: Opened & Asking): Promise<readonly Recommendation[]> {
  return recommend(asking, { recommender: asking.info.id, who: 'you', k: compared });
}

/** The list that would serve if `checkpoint`, which learned from `history`, did. */
function listBy(
  checkpoint: Checkpoint,
  asking: Opened & Asking,
  history: readonly HistoryEntry[],
): Promise<readonly Recommendation[]> {
  return withRecommender(checkpoint, (recommender) =>
    listOf({ ...asking, recommender, lesson: { history } }),
  );
}

function without(list: readonly Recommendation[], other: readonly Recommendation[]) {
  const known = new Set(other.map(({ item }) => item));
  return list.filter(({ item }) => !known.has(item)).map(({ score: _score, ...card }) => card);
}

/** Rows of users and of items must mean the same in both. */
function refuseOtherData({ users, items }: Checkpoint, dataset: Dataset): void {
  const isAlike = (a: readonly string[] | null, b: readonly string[]): boolean =>
    a?.length === b.length && a.every((id, i) => id === b[i]);
  if (isAlike(users, dataset.users.ids) && isAlike(items, dataset.items.ids)) return;
  throw failure(
    'ConfigError',
    'This recommender learned from other data than these, and cannot learn on from them. Train one here.',
  );
}
