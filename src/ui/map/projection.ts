import type { ItemMap } from '../../api';

/** Where each item lies on a canvas: CSS pixels, `[items]` each. */
export interface Projection {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius, by how often the item was chosen. */
  readonly radius: Float32Array;
  readonly width: number;
  readonly height: number;
}

const margin = 28;

/** `map` stretched to a canvas of `width` × `height`, its outermost hundredth pulled to the edge. */
export function fit({ x, y, counts }: ItemMap, width: number, height: number): Projection {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  return {
    x: stretch(x, margin, width - margin),
    y: stretch(y, height - margin, margin),
    radius: counts.map((count) => 2.5 + 9 * Math.sqrt(count / most)),
    width,
    height,
  };
}

/** Index of the item nearest to a point and within `reach`, or -1. */
export function nearest({ x, y }: Projection, atX: number, atY: number, reach: number): number {
  let best = -1;
  let bestDistance = reach * reach;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i] - atX) ** 2 + (y[i] - atY) ** 2;
    if (distance < bestDistance) [best, bestDistance] = [i, distance];
  }
  return best;
}

/** Indices of the `k` items nearest to `index` on the map, nearest first. */
export function neighbours({ x, y }: ItemMap, index: number, k: number): readonly number[] {
  const distance = (i: number) => (x[i] - x[index]) ** 2 + (y[i] - y[index]) ** 2;
  return Array.from(x, (_value, i) => i)
    .filter((i) => i !== index)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, k);
}

/** Maps the 1st … 99th percentile of `values` to `from … to`; what lies outside is clamped. */
function stretch(values: Float32Array, from: number, to: number): Float32Array {
  const sorted = values.slice().sort();
  const low = sorted[Math.floor(0.01 * (sorted.length - 1))] ?? 0;
  const high = sorted[Math.ceil(0.99 * (sorted.length - 1))] ?? 1;
  const span = high - low || 1;
  return values.map((value) => from + (to - from) * Math.min(1, Math.max(0, (value - low) / span)));
}
