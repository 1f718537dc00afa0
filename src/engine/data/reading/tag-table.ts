import { toLists } from '../../../kernels/lists';
import type { Tags } from '../side';
import { createInterner } from './interner';

/** Tags as they are given, one to one item at a time. */
export interface TagTable {
  /** Items that were tagged. */
  readonly items: readonly string[];
  add(item: string, tag: string): void;
  /** The tags of the items `ids`, the most given first, or null where there are none. */
  tags(ids: readonly string[]): Tags | null;
}

export function createTagTable(): TagTable {
  const [items, names] = [createInterner(), createInterner()];
  /** How often each item was given each tag. */
  const given: Map<number, number>[] = [];
  return {
    items: items.ids,
    add(item, tag) {
      const counts = (given[items.index(item)] ??= new Map<number, number>());
      const name = names.index(tag.toLowerCase());
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    tags(ids) {
      if (names.ids.length === 0) return null;
      const sorted = ids.map((id) =>
        [...(given[items.find(id)] ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]),
      );
      return {
        names: names.ids,
        lists: toLists(sorted.map((tags) => tags.map(([name]) => name))),
        counts: Float32Array.from(sorted.flatMap((tags) => tags.map(([, count]) => count))),
      };
    },
  };
}
