import type { Likeness } from './shelf';

/** Which place is taken next: `worths` has what each is worth, and -∞ for what was taken before. */
export type Choose = (worths: Float64Array) => number;

/**
 * The best `k` of `items`, which are best first, one after the other: what counts is the
 * score less how alike the item is to the nearest of those above it, by `1 - diversity` to
 * `diversity`: the item that is worth most of those left, unless `choose` has other ways. Scores are brought to `[0, 1]` over `items` first. Maximal marginal relevance:
 * Carbonell & Goldstein (1998), https://doi.org/10.1145/290941.291025
 */
export function diversify(
  items: Int32Array,
  scores: Float32Array,
  k: number,
  diversity: number,
  likeness: Likeness,
  choose: Choose = highest,
): Int32Array {
  if (diversity === 0 && choose === highest) return items.slice(0, k);
  const [best, worst] = [scores[items[0]], scores[items[items.length - 1]]];
  const relevance = Float32Array.from(
    items,
    (item) => (scores[item] - worst) / (best - worst || 1),
  );
  const nearest = new Float32Array(items.length);
  const taken = new Set<number>();
  const worth = (place: number): number =>
    taken.has(place) ? -Infinity : (1 - diversity) * relevance[place] - diversity * nearest[place];
  while (taken.size < Math.min(k, items.length)) {
    const place = choose(Float64Array.from(items, (_item, place) => worth(place)));
    taken.add(place);
    if (diversity === 0) continue;
    for (let other = 0; other < items.length; other++) {
      nearest[other] = Math.max(nearest[other], likeness.between(items[other], items[place]));
    }
  }
  return Int32Array.from(taken, (place) => items[place]);
}

/** The first of the places with the highest worth. */
export function highest(worths: Float64Array): number {
  return worths.reduce((best, worth, place) => (worth > worths[best] ? place : best), 0);
}
