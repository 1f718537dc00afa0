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

/** `map` spread over a square of side 1. */
export function layOut({ x, y, counts }: ItemMap): Layout {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const crowd = Math.min(1, Math.sqrt(roomy / Math.max(1, counts.length)));
  const [least, more] = [Math.max(0.8, 2.5 * crowd), Math.max(3, 9 * crowd)];
  return {
    x: spread(x),
    y: spread(y).map((value) => 1 - value),
    radius: counts.map((count) => least + more * Math.sqrt(count / most)),
    order: Int32Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a]),
  };
}

/**
 * `values` from 0 to 1 by their inverse hyperbolic sines, in units of their usual distance from
 * the median: in the midst they keep their distances, far out these shrink to logarithms, so
 * that no outlier is beyond the edge, and none squeezes the others together.
 */
function spread(values: Float32Array): Float32Array {
  const median = medianOf(values);
  const usual = medianOf(values.map((value) => Math.abs(value - median))) || 1;
  const bent = values.map((value) => Math.asinh((value - median) / usual));
  const [low, high] = bent.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  return high > low ? bent.map((value) => (value - low) / (high - low)) : bent.fill(0.5);
}

function medianOf(values: Float32Array): number {
  return values.slice().sort()[values.length >> 1] ?? 0;
}
