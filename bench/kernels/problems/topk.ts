import { createRandom } from '../../../src/kernels/random';
import type { Work } from '../statistics';
import { normals } from './weights';
import { count } from './words';

/** The best items for each user by dot product, without those they have seen. */
export interface TopKProblem {
  readonly kind: 'topk';
  readonly users: number;
  readonly items: number;
  readonly dim: number;
  readonly k: number;
  /** Items that each user has seen. */
  readonly seen: number;
}

export const topKShape = ({ users, items, dim, k }: TopKProblem): string =>
  `${count(users)} users × ${count(items)} items, d=${dim}, k=${k}`;

export interface TopKData {
  /** `[users, dim]` */
  readonly users: Float32Array;
  /** `[items, dim]` */
  readonly items: Float32Array;
  /** For each user, ascending. */
  readonly seen: readonly Int32Array[];
}

export function topKData({ users, items, dim, seen }: TopKProblem): TopKData {
  const random = createRandom(1);
  return {
    users: normals([users, dim], 1, random).values,
    items: normals([items, dim], 1, random).values,
    seen: Array.from({ length: users }, () =>
      Int32Array.from({ length: seen }, () => random.below(items)).sort(),
    ),
  };
}

/**
 * What the chosen items really score, best first, in double precision: right only if
 * they are the best, whatever the order of equals. `chosen` `[users · k]`; an item that
 * was seen counts as none.
 */
export function scoresOf(
  { dim, k }: TopKProblem,
  { users, items, seen }: TopKData,
  chosen: ArrayLike<number>,
): Float32Array {
  return Float32Array.from({ length: chosen.length }, (_zero, place) => {
    const [user, item] = [Math.floor(place / k), chosen[place]];
    if (seen[user].includes(item)) return NaN;
    let score = 0;
    for (let d = 0; d < dim; d++) score += users[user * dim + d] * items[item * dim + d];
    return score;
  });
}

/** The products, and both tables read once, and the answer written. */
export function topKWork({ users, items, dim, k }: TopKProblem): Work {
  return { flops: 2 * users * items * dim, bytes: 4 * (dim * (users + items) + 2 * users * k) };
}

/** Added to the scores it rules out what was seen: `[users, items]`, for those who mask so. */
export function maskOf({ items }: TopKProblem, { seen }: TopKData): Float32Array {
  const mask = new Float32Array(seen.length * items);
  seen.forEach((list, user) => {
    for (const item of list) mask[user * items + item] = -1e9;
  });
  return mask;
}
