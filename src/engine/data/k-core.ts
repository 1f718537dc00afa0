import { filterEvents, itemCounts, type Dataset } from './dataset';

/** What is left of some data. */
export interface CoreSize {
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
}

/**
 * The k-core: the largest part in which every user and every item has at least `k`
 * interactions. Items and users keep their indices. Batagelj and Zaveršnik (2003),
 * https://arxiv.org/abs/cs/0310049
 */
export function keepCore(dataset: Dataset, k: number | null): Dataset {
  if (k === null || k < 2) return dataset;
  const { userOf, itemOf } = dataset;
  const { users, items } = peel(dataset, k);
  return filterEvents(dataset, (event) => users[userOf[event]] >= k && items[itemOf[event]] >= k);
}

/** How many users, items and interactions the k-core has. */
export function sizeOfCore(dataset: Dataset, k: number): CoreSize {
  const { users, items } = peel(dataset, k);
  const least = Math.max(1, k);
  return {
    users: users.reduce((count, degree) => count + Number(degree >= least), 0),
    items: items.reduce((count, degree) => count + Number(degree >= least), 0),
    interactions: users.reduce((sum, degree) => sum + (degree >= least ? degree : 0), 0),
  };
}

/**
 * How many interactions each user and item has in the core; fewer than `k`, outside it.
 * Leaves out who has too few, again and again until nobody has.
 */
function peel(dataset: Dataset, k: number) {
  const { userOf, itemOf, offsets } = dataset;
  const users = Float64Array.from(offsets.subarray(1), (end, user) => end - offsets[user]);
  const items = Float64Array.from(itemCounts(dataset));
  const isGone = new Uint8Array(userOf.length);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (let event = 0; event < userOf.length; event++) {
      const [user, item] = [userOf[event], itemOf[event]];
      if (isGone[event] === 1 || (users[user] >= k && items[item] >= k)) continue;
      isGone[event] = 1;
      users[user]--;
      items[item]--;
      hasChanged = true;
    }
  }
  return { users, items };
}
