import type { PeopleLikeYou, RecommendRequest } from '../api';
import { toPreferences, valueRange } from '../engine/data/prepare';
import { choicesOfNearest } from '../engine/serving/people';
import { cardOf } from './library';
import { toQuery, type Asking } from './recommend';

/** How many shared choices are shown. */
const mostShared = 12;

/** What people of like mind chose, less what one has met or does not want to see. @throws NotFoundError */
export async function peopleLike(
  asking: Asking,
  who: RecommendRequest['who'],
): Promise<PeopleLikeYou> {
  const { recommender, dataset } = asking;
  const { query, hidden } = toQuery(who, asking);
  const liking = toPreferences(dataset, valueRange(dataset));
  const { people, items, counts } = await choicesOfNearest(recommender, liking, query);
  const shared = Array.from(items, (item, place) => ({ item, likedBy: counts[place] }))
    .filter(({ item }) => !hidden.includes(dataset.items.ids[item]))
    .slice(0, mostShared);
  return {
    people,
    items: shared.map(({ item, likedBy }) => ({ ...cardOf(dataset, item), likedBy })),
  };
}
