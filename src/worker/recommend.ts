import type { Action, HistoryEntry, LessonInfo, RecommendRequest, Recommendation } from '../api';
import {
  historyOf,
  strangerWith,
  type Dataset,
  type History,
  type Query,
} from '../engine/data/dataset';
import { toPreference, valueRange } from '../engine/data/prepare';
import { knownItems, type Vocabulary } from '../engine/data/vocabulary';
import type { Recommender } from '../engine/models/recommender';
import { personId } from '../engine/training/fine-tune';
import { listActions } from '../storage/actions';
import { servingLesson } from '../storage/lessons';
import { cardOf, type Library } from './library';
import { openRecommender, type Opened } from './opened';
import { saysTheSame, standsOf, toHistory } from './opinions';

export interface Asking {
  readonly recommender: Recommender;
  /** The data it learned from: titles, ratings, the histories of its users. */
  readonly dataset: Dataset;
  /** The interaction log about these data, oldest first. */
  readonly actions: readonly Action[];
  /** What the recommender has learned on from; absent where it serves as it was trained. */
  readonly lesson?: Pick<LessonInfo, 'history'> | undefined;
}

/** All that it takes to ask a stored recommender. @throws NotFoundError */
export async function openAsking(library: Library, id: string): Promise<Opened & Asking> {
  const opened = await openRecommender(library, id);
  const actions = await listActions(opened.info.dataset);
  return { ...opened, actions, lesson: servingLesson(opened.info) };
}

/** Ids → indices → ids: the only translator. @throws UnknownIdError when there is no such user */
export async function recommend(
  asking: Asking,
  { who, exclude = [], k }: RecommendRequest,
): Promise<readonly Recommendation[]> {
  const { recommender, dataset } = asking;
  const { query, hidden } = toQuery(who, asking);
  const excluded = knownItems([...exclude, ...hidden], recommender.items);
  const [{ items, scores }] = await recommender.recommend([query], k, excluded);
  return Array.from(items, (item, rank) => ({
    ...cardOf(dataset, dataset.items.indexOf(recommender.items.ids[item])),
    score: scores[rank],
  }));
}

/** What the person at the screen said, as preferences, and the ids of what they do not want to see. */
export function youOf({ dataset, actions }: Pick<Asking, 'dataset' | 'actions'>) {
  const range = valueRange(dataset);
  return toHistory(standsOf(actions), (rating) => toPreference(rating, range));
}

/** Who is asking, and the ids of what they do not want to see. @throws UnknownIdError */
export function toQuery(
  who: RecommendRequest['who'],
  asking: Asking,
): { query: Query; hidden: readonly string[] } {
  const { dataset } = asking;
  const { items, users } = asking.recommender;
  if (who === 'you') {
    const { history, hidden } = youOf(asking);
    const query = strangerWith(toColumns(history, items));
    return { query: { ...query, user: rowOf(history, asking) }, hidden };
  }
  const range = valueRange(dataset);
  const preferenceOf = (rating: number): number => toPreference(rating, range);
  if ('history' in who) {
    const graded = who.history.map((entry) => ({
      ...entry,
      value: entry.value === undefined ? 1 : preferenceOf(entry.value),
    }));
    return { query: strangerWith(toColumns(graded, items)), hidden: [] };
  }
  const past = historyOf(dataset, dataset.users.indexOf(who.user));
  const history = { ...past, values: past.values.map(preferenceOf) };
  const user = users?.find(who.user) ?? -1;
  return { query: { user: user < 0 ? null : user, history, features: null }, hidden: [] };
}

/**
 * The row of the person at the screen, as long as it was learned from just what they said: until
 * what they say next is learned too, they are folded in.
 */
function rowOf(history: readonly HistoryEntry[], { recommender, lesson }: Asking): number | null {
  const row = recommender.users?.find(personId) ?? -1;
  return row >= 0 && lesson && saysTheSame(history, lesson.history) ? row : null;
}

/** Columns of the entries whose items the recommender knows, in their order. */
export function toColumns(entries: readonly HistoryEntry[], items: Vocabulary): History {
  const known = entries.filter(({ item }) => items.find(item) >= 0);
  return {
    items: Int32Array.from(known, ({ item }) => items.find(item)),
    values: Float32Array.from(known, ({ value }) => value ?? 1),
    timestamps: Float64Array.from(known, ({ at }) => at ?? NaN),
  };
}
