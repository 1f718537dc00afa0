import type { ItemMap } from '../../api';

/** Where the items of a map lie, and how large they are, before anyone looks closer. */
export interface Layout {
  /** `[items]`, `[0, 1]`, up being up on a screen. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** `[items]`, CSS pixels, by how often each was chosen. */
  readonly radius: Float32Array;
  /** All items, the most chosen first. */
  readonly order: Int32Array;
}

/** Up to so many items a dot has its full size. */
const roomy = 1500;

/** `map` stretched to a square of side 1, its outermost hundredth pulled to the edge. */
export function layOut({ x, y, counts }: ItemMap): Layout {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const crowd = Math.min(1, Math.sqrt(roomy / Math.max(1, counts.length)));
  const [least, more] = [Math.max(0.8, 2.5 * crowd), Math.max(3, 9 * crowd)];
  return {
    x: stretch(x),
    y: stretch(y).map((value) => 1 - value),
    radius: counts.map((count) => least + more * Math.sqrt(count / most)),
    order: Int32Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a]),
  };
}

/** Maps the 1st … 99th percentile of `values` to 0 … 1; what lies outside is clamped. */
function stretch(values: Float32Array): Float32Array {
  const sorted = values.slice().sort();
  const low = sorted[Math.floor(0.01 * (sorted.length - 1))] ?? 0;
  const high = sorted[Math.ceil(0.99 * (sorted.length - 1))] ?? 1;
  const span = high - low || 1;
  return values.map((value) => Math.min(1, Math.max(0, (value - low) / span)));
}
