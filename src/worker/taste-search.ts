import type { Found } from '../engine/data/search';
import { toQuery, type Asking } from './recommend';

/**
 * What was found, the nearest first as before, and of what is equally near, that which is both
 * well known and to the taste of the person at the screen: by the mean of the two ranks.
 */
export async function byTaste(found: readonly Found[], asking: Asking): Promise<readonly Found[]> {
  const { recommender, dataset } = asking;
  const { query } = toQuery('you', asking);
  if (query.history.items.length === 0) return found;
  const [scores] = await recommender.score([query]);
  const scoreOf = ({ item }: Found): number => {
    return scores[recommender.items.find(dataset.items.ids[item])] ?? -Infinity;
  };
  const ranked = [...found].sort((a, b) => scoreOf(b) - scoreOf(a));
  const [known, liked] = [found, ranked].map((list) => new Map(list.map((one, i) => [one, i])));
  const rankOf = (one: Found): number => known.get(one)! + liked.get(one)!;
  return [...found].sort((a, b) => a.cost - b.cost || rankOf(a) - rankOf(b));
}
