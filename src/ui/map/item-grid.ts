import type { Layout } from './layout';

/** Finds the items of a layout by where they lie, without looking at all of them. */
export interface ItemGrid {
  /** Those in the cells that a box touches, in units of the layout. */
  within(left: number, top: number, right: number, bottom: number): Iterable<number>;
}

/** How many items a cell has on average, and how many cells a side has at most. */
const [crowd, most] = [4, 256];

/** A grid of square cells over the layout. */
export function createItemGrid({ x, y }: Pick<Layout, 'x' | 'y'>): ItemGrid {
  const side = Math.max(1, Math.min(most, Math.floor(Math.sqrt(x.length / crowd))));
  const place = (value: number): number =>
    Math.max(0, Math.min(side - 1, Math.floor(value * side)));
  const cellOf = (item: number): number => place(y[item]) * side + place(x[item]);
  const starts = new Int32Array(side * side + 1);
  for (let item = 0; item < x.length; item++) starts[cellOf(item) + 1]++;
  for (let cell = 0; cell < side * side; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const items = new Int32Array(x.length);
  for (let item = 0; item < x.length; item++) items[next[cellOf(item)]++] = item;
  return {
    *within(left, top, right, bottom) {
      for (let row = place(top); row <= place(bottom); row++) {
        const from = starts[row * side + place(left)];
        yield* items.subarray(from, starts[row * side + place(right) + 1]);
      }
    },
  };
}
