import type { Edges } from '../side';
import { createInterner } from './interner';

/** Pairs of people as their lines arrive. */
export interface FriendTable {
  /** Everyone in a pair. */
  readonly people: readonly string[];
  add(from: string, to: string): void;
  /** The edges among the users that `find` knows, each once, or null where there are none. */
  edges(find: (id: string) => number): Edges | null;
}

export function createFriendTable(): FriendTable {
  const people = createInterner();
  const edges = new Map<number, Set<number>>();
  return {
    people: people.ids,
    add(from, to) {
      const [a, b] = [people.index(from), people.index(to)];
      if (a !== b) edges.set(a, (edges.get(a) ?? new Set<number>()).add(b));
    },
    edges(find) {
      const users = people.ids.map(find);
      const pairs = [...edges].flatMap(([a, others]) =>
        [...others].map((b) => [users[a], users[b]] as const),
      );
      const known = pairs.filter(([a, b]) => a >= 0 && b >= 0);
      if (known.length === 0) return null;
      return {
        from: Int32Array.from(known, ([a]) => a),
        to: Int32Array.from(known, ([, b]) => b),
      };
    },
  };
}
