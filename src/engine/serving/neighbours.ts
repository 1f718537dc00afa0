import { topK } from '../../kernels/score-topk/best';
import type { Likeness } from './shelf';

/** An item, and how alike it is to another. */
export interface Near {
  readonly item: number;
  readonly likeness: number;
}

/** The `k` of so many `items` that are most like `item`, the nearest first. */
export function nearestTo(
  item: number,
  { between }: Likeness,
  items: number,
  k: number,
): readonly Near[] {
  const likeness = Float32Array.from({ length: items }, (_zero, other) =>
    other === item ? -Infinity : between(item, other),
  );
  return Array.from(topK(likeness, k), (other) => ({ item: other, likeness: likeness[other] }));
}
