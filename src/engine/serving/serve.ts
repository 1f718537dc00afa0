import type { Random } from '../../kernels/random';
import { topK } from '../../kernels/score-topk/best';
import { adjustScores } from './adjust';
import type { Controls } from './controls';
import { diversify, type Choose } from './diversify';
import { explore, type Shown } from './explore';
import { filterItems, type Filtered } from './filter';
import type { Shelf } from './shelf';
import { createSampler, doubtsOf } from './thompson';

/** A list as it was asked for, and how it came about; arrays are as long as `items`. */
export interface Served {
  readonly items: Int32Array;
  /** What the model says of each. */
  readonly scores: Float32Array;
  /** Where each would be without any controls, from 0. */
  readonly places: Int32Array;
  /** The chance that each had of its place, given those above it. */
  readonly propensities: Float64Array;
  readonly by: readonly ('score' | 'pin' | 'lot')[];
  /** Whether nobody chose it yet. */
  readonly isNew: readonly boolean[];
  /** How many of the candidates were left out, and for what. */
  readonly leftOut: Filtered['leftOut'];
}

/** How many items a list is chosen from, where it is not by score alone. */
export const poolSize = 200;

/**
 * The `k` best of what `scores` `[items]` are finite for, as `controls` want them: filtered,
 * then adjusted, then made diverse, then with some places by lot. Pins come first, and are
 * not filtered. Nothing is learned, and the same seed gives the same list.
 */
export function serve(
  scores: Float32Array,
  k: number,
  shelf: Shelf,
  controls: Controls<number>,
  random: Random,
): Served {
  const { diversity, exploration } = controls;
  const candidates = Int32Array.from(scores.keys()).filter((item) => Number.isFinite(scores[item]));
  const pins = Int32Array.from(controls.pinned.filter((item) => Number.isFinite(scores[item])));
  const { items, leftOut } = filterItems(candidates, shelf, controls);
  const free = items.filter((item) => !pins.includes(item));
  const adjusted = keepOnly(adjustScores(scores, shelf, controls), free);
  const pool = bestOf(
    adjusted,
    shelf.order,
    diversity > 0 || exploration > 0 ? Math.max(poolSize, k) : k,
  );
  const room = Math.max(0, k - pins.length);
  const rank = (choose?: Choose): Int32Array =>
    diversify(pool, adjusted, room, diversity, shelf.likeness, choose);
  const shown = chooseShown(pool, room, rank, shelf, controls, random);
  const list = Int32Array.of(...pins, ...shown.items).slice(0, k);
  return {
    items: list,
    scores: Float32Array.from(list, (item) => scores[item]),
    places: list.map((item) => placeOf(item, scores, shelf)),
    propensities: Float64Array.of(...pins.map(() => 1), ...shown.propensities).slice(0, k),
    by: [
      ...Array.from(pins, () => 'pin' as const),
      ...shown.byLot.map((byLot) => (byLot ? ('lot' as const) : ('score' as const))),
    ].slice(0, k),
    isNew: Array.from(list, (item) => shelf.counts[item] === 0),
    leftOut,
  };
}

/** What is shown of `pool`: as it is ranked, or with what the way of exploring makes of it. */
function chooseShown(
  pool: Int32Array,
  room: number,
  rank: (choose?: Choose) => Int32Array,
  { counts }: Shelf,
  { diversity, exploration, explorer }: Controls<number>,
  random: Random,
): Shown {
  if (exploration > 0 && explorer === 'thompson') {
    const doubts = doubtsOf(pool, counts, (1 - diversity) * exploration);
    const sampler = createSampler(doubts, random);
    return sampler.shown(rank(sampler.choose));
  }
  const ranked = rank();
  const others = exploration > 0 ? pool.filter((item) => !ranked.includes(item)) : pool.slice(0, 0);
  return explore(ranked, others, room, exploration, random);
}

/** `scores` of these items, and -∞ for all others. */
function keepOnly(scores: Float32Array, items: Int32Array): Float32Array {
  const kept = new Float32Array(scores.length).fill(-Infinity);
  for (const item of items) kept[item] = scores[item];
  return kept;
}

/** The `k` best of what `scores` are finite for, equal ones in this `order`. */
export function bestOf(scores: Float32Array, order: Int32Array, k: number): Int32Array {
  const ordered = new Float32Array(order.length);
  for (let place = 0; place < order.length; place++) ordered[place] = scores[order[place]];
  return topK(ordered, k).map((place) => order[place]);
}

/** How many items come before one where only scores count, equal ones in the order of the shelf. */
function placeOf(item: number, scores: Float32Array, { order }: Shelf): number {
  const score = scores[item];
  const better = scores.reduce((count, other) => count + Number(other > score), 0);
  const equal = order.subarray(0, order.indexOf(item)).filter((other) => scores[other] === score);
  return better + equal.length;
}
