import { toLists, type Lists } from '../../../kernels/lists';
import type { Dataset, Query } from '../../data/dataset';

/** For each event, what its user chose beside it: the newest `length` items. */
export function historiesBeside(
  { offsets, userOf, itemOf }: Dataset,
  events: Int32Array,
  length: number,
): Lists {
  const besides = Array.from(events, (event): Int32Array => {
    const [start, end] = [offsets[userOf[event]], offsets[userOf[event] + 1]];
    const from = Math.max(start, end - length - Number(event >= end - length));
    const items = itemOf.slice(from, end);
    if (event < from) return items;
    items.copyWithin(event - from, event - from + 1);
    return items.subarray(0, -1);
  });
  return toLists(besides);
}

/** The newest `length` items that each query liked. */
export function likedLists(queries: readonly Query[], length: number): Lists {
  const liked = queries.map(({ history: { items, values } }) =>
    items.filter((_item, event) => values[event] > 0),
  );
  return toLists(liked.map((list) => list.slice(-length)));
}

/** For each entry one over the root of how many there are in its list. */
export function rootShares({ offsets, indices }: Lists): Float32Array {
  const shares = new Float32Array(indices.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const count = offsets[row + 1] - offsets[row];
    shares.fill(1 / Math.sqrt(count), offsets[row], offsets[row + 1]);
  }
  return shares;
}
