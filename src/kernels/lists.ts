/** A list of indices for each of some rows, one list after the other: the sparse rows of CSR. */
export interface Lists {
  /** Where each list begins, and at last where the last one ends: `[rows + 1]` */
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
}

/** The same, of which each entry has a value. */
export interface ValuedLists {
  readonly lists: Lists;
  /** `[entries]` */
  readonly values: Float32Array;
}

/** Lays lists out one after the other. */
export function toLists(lists: readonly ArrayLike<number>[]): Lists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row] + list.length));
  const indices = new Int32Array(offsets[lists.length]);
  lists.forEach((list, row) => indices.set(list, offsets[row]));
  return { offsets, indices };
}

/** So many at a time, in order; the last group may be smaller. */
export function inGroups<T>(values: readonly T[], size: number): T[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_zero, i) => values.slice(i * size, (i + 1) * size));
}

/** One of the lists: a view. */
export function listAt({ offsets, indices }: Lists, row: number): Int32Array {
  return indices.subarray(offsets[row], offsets[row + 1]);
}

/** The lists `from … to - 1`, as rows from 0; the indices are a view. */
export function listsBetween({ offsets, indices }: Lists, from: number, to: number): Lists {
  const first = offsets[from];
  return {
    offsets: offsets.slice(from, to + 1).map((end) => end - first),
    indices: indices.subarray(first, offsets[to]),
  };
}

/** One array behind the other. */
export function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The rows that each column is named by, in ascending order, and which entry names them. */
export function transpose(
  { offsets, indices }: Lists,
  columns: number,
): Lists & { readonly order: Int32Array } {
  const starts = new Int32Array(columns + 1);
  for (const column of indices) starts[column + 1]++;
  for (let column = 0; column < columns; column++) starts[column + 1] += starts[column];
  const next = starts.slice();
  const [rows, order] = [new Int32Array(indices.length), new Int32Array(indices.length)];
  for (let row = 0; row < offsets.length - 1; row++) {
    for (let entry = offsets[row]; entry < offsets[row + 1]; entry++) {
      const place = next[indices[entry]]++;
      rows[place] = row;
      order[place] = entry;
    }
  }
  return { offsets: starts, indices: rows, order };
}
