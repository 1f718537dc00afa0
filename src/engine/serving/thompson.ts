import type { Random } from '../../kernels/random';
import { highest, type Choose } from './diversify';
import type { Shown } from './explore';
import { chanceOfHighest } from './normal';

/** Chooses place after place, and remembers how likely each was. */
export interface Sampler {
  readonly choose: Choose;
  /** What was chosen: `items`, in the order of the places. */
  shown(items: Int32Array): Shown;
}

/**
 * Draws for each place what every item that is left may be worth, and takes the highest: normal
 * numbers around their worths, with `deviations`. Thompson (1933),
 * https://doi.org/10.1093/biomet/25.3-4.285. Each place has draws of its own, so the chance of an
 * item to have it, given those above, is an integral in one dimension: it is computed, to three
 * digits at least, and not itself estimated by lot.
 */
export function createSampler(deviations: Float64Array, random: Random): Sampler {
  const chosen: { readonly propensity: number; readonly byLot: boolean }[] = [];
  return {
    choose(worths) {
      const draws = worths.map((worth, place) => worth + deviations[place] * random.normal());
      const place = highest(draws);
      const propensity = chanceOfHighest(place, worths, deviations);
      chosen.push({ propensity, byLot: place !== highest(worths) });
      return place;
    },
    shown: (items) => ({
      items,
      propensities: Float64Array.from(chosen, ({ propensity }) => propensity),
      byLot: chosen.map(({ byLot }) => byLot),
    }),
  };
}

/**
 * How unsure it is what items are worth, whose scores are brought to `[0, 1]`: `share` for one
 * that nobody chose, and the less, the more often one was. It is the deviation of the posterior
 * of a mean: Agrawal & Goyal (2013), https://arxiv.org/abs/1209.3353
 */
export function doubtsOf(items: Int32Array, counts: Float32Array, share: number): Float64Array {
  return Float64Array.from(items, (item) => share / Math.sqrt(1 + counts[item]));
}
