import { toLists, type Lists } from '../../../src/kernels/lists';
import { createRandom } from '../../../src/kernels/random';
import type { Work } from '../statistics';
import { normals } from './weights';
import { count } from './words';

/**
 * A sparse matrix times a table, as one layer of a graph network goes from items to users, and
 * the gradient of the table.
 */
export interface SpmmProblem {
  readonly kind: 'spmm';
  readonly users: number;
  readonly items: number;
  readonly dim: number;
  readonly interactions: number;
}

export const spmmShape = ({ users, items, dim, interactions }: SpmmProblem): string =>
  `${count(users)} × ${count(items)}, ${count(interactions)} entries, d=${dim}`;

export interface SpmmData {
  /** The items of each user; some are far more popular than others. */
  readonly lists: Lists;
  /** `[interactions]`: one over the root of both ends’ degrees. */
  readonly values: Float32Array;
  /** `[interactions]`: the user of each. */
  readonly userOf: Int32Array;
  /** `[items, dim]` */
  readonly table: Float32Array;
  /** `[users, dim]`: the slope of the loss along the product. */
  readonly slope: Float32Array;
}

export function spmmData({ users, items, dim, interactions }: SpmmProblem): SpmmData {
  const random = createRandom(1);
  const chosen = Array.from({ length: users }, (): number[] => []);
  const degrees = new Int32Array(items);
  for (let i = 0; i < interactions; i++) {
    const item = Math.floor(items * random.uniform() ** 2);
    chosen[random.below(users)].push(item);
    degrees[item]++;
  }
  const shares = chosen.flatMap((list) =>
    list.map((item) => 1 / Math.sqrt(list.length * degrees[item])),
  );
  return {
    lists: toLists(chosen),
    values: Float32Array.from(shares),
    userOf: Int32Array.from(chosen.flatMap((list, user) => list.map(() => user))),
    table: normals([items, dim], 1, random).values,
    slope: normals([users, dim], 1, random).values,
  };
}

/**
 * A multiplication and an addition for each entry and column, forth and back. Tables are read
 * once and written once, and so are the entries, of which each is an index and a value.
 */
export function spmmWork({ users, items, dim, interactions }: SpmmProblem): Work {
  const tables = 2 * (users + items) * dim;
  return { flops: 4 * interactions * dim, bytes: 4 * (tables + 2 * 2 * interactions) };
}
