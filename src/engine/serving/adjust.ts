import type { Controls } from './controls';
import { standardize, type Shelf } from './shelf';

/** What a full slider, a boost and full likeness to something unwanted are worth, in standard deviations. */
const [popularityWeight, boost, aversion] = [2, 1, 3];

/**
 * Scores with mean 0 and variance 1, `[items]`, raised and lowered by what was asked for:
 * popularity (minus for novelty), boosts, and likeness to what there should be less of.
 * Where nothing was, the scores as they are.
 */
export function adjustScores(
  scores: Float32Array,
  { popularity, genres, likeness }: Shelf,
  controls: Controls<number>,
): Float32Array {
  if (!isAskedFor(controls)) return scores;
  const [boosted, boostedGenres] = [new Set(controls.boosted), new Set(controls.boostedGenres)];
  const isBoosted = (item: number): boolean =>
    boosted.has(item) || genres[item].some((genre) => boostedGenres.has(genre));
  const closeness = (item: number): number =>
    controls.lessLike.reduce((most, other) => Math.max(most, likeness.between(item, other)), 0);
  return standardize(scores).map(
    (score, item) =>
      score +
      popularityWeight * controls.popularity * popularity[item] +
      (isBoosted(item) ? boost : 0) -
      aversion * closeness(item),
  );
}

function isAskedFor({ popularity, lessLike, ...boosts }: Controls<number>): boolean {
  const lists = [lessLike, boosts.boosted, boosts.boostedGenres];
  return popularity !== 0 || lists.some((list) => list.length > 0);
}
