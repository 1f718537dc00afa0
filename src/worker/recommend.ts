import type { HistoryEntry, RecommendRequest, Recommendation } from '../api';
import { historyOf, type Dataset, type History, type Query } from '../engine/data/dataset';
import { toPreference, valueRange } from '../engine/data/prepare';
import type { Vocabulary } from '../engine/data/vocabulary';
import type { Recommender } from '../engine/models/recommender';
import { cardOf } from './library';
import { standsOf, toHistory } from './opinions';
import type { Action } from '../api';

export interface Asking {
  readonly recommender: Recommender;
  /** The data it learned from: titles, ratings, the histories of its users. */
  readonly dataset: Dataset;
  /** The interaction log about these data, oldest first. */
  readonly actions: readonly Action[];
}

/** Ids → indices → ids: the only translator. @throws NotFoundError when there is no such user */
export async function recommend(
  asking: Asking,
  { who, exclude = [], k }: RecommendRequest,
): Promise<readonly Recommendation[]> {
  const { recommender, dataset } = asking;
  const { query, hidden } = toQuery(who, asking);
  const excluded = [...exclude, ...hidden].map((id) => recommender.items.find(id));
  const [{ items, scores }] = await recommender.recommend(
    [query],
    k,
    excluded.filter((item) => item >= 0),
  );
  return Array.from(items, (item, rank) => ({
    ...cardOf(dataset, dataset.items.indexOf(recommender.items.ids[item])),
    score: scores[rank],
  }));
}

/** Who is asking, and the ids of what they do not want to see. @throws NotFoundError */
export function toQuery(
  who: RecommendRequest['who'],
  { recommender: { items, users }, dataset, actions }: Asking,
): { query: Query; hidden: readonly string[] } {
  const range = valueRange(dataset);
  const preferenceOf = (rating: number): number => toPreference(rating, range);
  if (who === 'you') {
    const { history, hidden } = toHistory(standsOf(actions), preferenceOf);
    return { query: strangerWith(toColumns(history, items)), hidden };
  }
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

function strangerWith(history: History): Query {
  return { user: null, history, features: null };
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
