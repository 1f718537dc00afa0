import { finish } from '../../kernels/turns';
import { filterEvents, type Dataset } from './dataset';

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
  const { users, items } = finish(peel(dataset, k, () => true));
  return filterEvents(dataset, (event) => users[userOf[event]] >= k && items[itemOf[event]] >= k);
}

/** How many users, items and interactions the k-core of those events has that are wanted; with pauses. */
export function* sizeOfCore(
  dataset: Dataset,
  k: number,
  isWanted: (event: number) => boolean = () => true,
): Generator<void, CoreSize> {
  const { users, items } = yield* peel(dataset, k, isWanted);
  const least = Math.max(1, k);
  return {
    users: users.reduce((count, degree) => count + Number(degree >= least), 0),
    items: items.reduce((count, degree) => count + Number(degree >= least), 0),
    interactions: users.reduce((sum, degree) => sum + (degree >= least ? degree : 0), 0),
  };
}

/** Events after which there may be a pause: some ms of work. */
const stint = 2 ** 18;

/**
 * How many interactions each user and item has in the core; fewer than `k`, outside it.
 * Leaves out who has too few, again and again until nobody has. Pauses now and then.
 */
function* peel({ userOf, itemOf, ...dataset }: Dataset, k: number, isWanted: IsWanted) {
  const users = new Float64Array(dataset.users.size);
  const items = new Float64Array(dataset.items.size);
  const isGone = new Uint8Array(userOf.length);
  for (let event = 0; event < userOf.length; event++) {
    if (event % stint === stint - 1) yield;
    if (isWanted(event)) {
      users[userOf[event]]++;
      items[itemOf[event]]++;
    } else isGone[event] = 1;
  }
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (let event = 0; event < userOf.length; event++) {
      if (event % stint === stint - 1) yield;
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

type IsWanted = (event: number) => boolean;
