import type { Random } from '../../kernels/random';

/** What is shown, best first; arrays are as long as `items`. */
export interface Shown {
  readonly items: Int32Array;
  /** The chance that each had of its place, given those above it. */
  readonly propensities: Float64Array;
  /** Which of them the lot has chosen over the next best. */
  readonly byLot: readonly boolean[];
}

/**
 * The first `k` of `ranked`, where each place is given by lot with a chance of `share`, among
 * all of `ranked` and `others` that are left. ε-greedy, place by place: Sutton & Barto (2018),
 * §2.2, http://incompleteideas.net/book/the-book-2nd.html
 */
export function explore(
  ranked: Int32Array,
  others: Int32Array,
  k: number,
  share: number,
  random: Random,
): Shown {
  const left = [...ranked, ...others];
  const size = Math.min(k, ranked.length);
  const draws = Array.from({ length: size }, () => {
    const chance = share / left.length;
    const place = random.uniform() < share ? random.below(left.length) : 0;
    const [item] = left.splice(place, 1);
    return { item, propensity: place === 0 ? 1 - share + chance : chance, byLot: place > 0 };
  });
  return {
    items: Int32Array.from(draws, ({ item }) => item),
    propensities: Float64Array.from(draws, ({ propensity }) => propensity),
    byLot: draws.map(({ byLot }) => byLot),
  };
}
