import { topK } from '../../kernels/score-topk/best';
import type { Controls } from './controls';
import { standardize, type Shelf } from './shelf';

/** What a full slider and a boost are worth, in standard deviations. */
const [popularityWeight, boost] = [2, 1];
/** How many of the best there are to fall through, and by which it is told what likeness is usual. */
const fallThrough = 200;

/**
 * Scores with mean 0 and variance 1, `[items]`, raised and lowered by what was asked for:
 * popularity (minus for novelty), boosts, and likeness to what there should be less of.
 * Where nothing was, the scores as they are.
 */
export function adjustScores(
  scores: Float32Array,
  shelf: Shelf,
  controls: Controls<number>,
): Float32Array {
  if (!isAskedFor(controls)) return scores;
  const { popularity, genres } = shelf;
  const [boosted, boostedGenres] = [new Set(controls.boosted), new Set(controls.boostedGenres)];
  const isBoosted = (item: number): boolean =>
    boosted.has(item) || genres[item].some((genre) => boostedGenres.has(genre));
  const standard = standardize(scores);
  const fall = fallOf(standard, shelf, controls.lessLike);
  return standard.map(
    (score, item) =>
      score +
      popularityWeight * controls.popularity * popularity[item] +
      (isBoosted(item) ? boost : 0) -
      fall(item),
  );
}

/**
 * How far an item falls for its likeness to what there should be `less` of: the unwanted itself
 * past all of the best, and others by the square of how much more alike they are than the best
 * are on average. Models differ in both: vectors of some lie close together all over.
 */
function fallOf(
  scores: Float32Array,
  { likeness }: Shelf,
  less: readonly number[],
): (item: number) => number {
  const best = topK(scores, fallThrough);
  if (less.length === 0 || best.length === 0) return () => 0;
  const depth = scores[best[0]] - scores[best[best.length - 1]] || 1;
  const usual = less.map(
    (other) => best.reduce((sum, item) => sum + likeness.between(item, other), 0) / best.length,
  );
  return (item) => {
    const excess = less.map((other, place) =>
      item === other ? 1 : (likeness.between(item, other) - usual[place]) / (1 - usual[place] || 1),
    );
    return depth * Math.max(0, ...excess) ** 2;
  };
}

function isAskedFor({ popularity, lessLike, ...boosts }: Controls<number>): boolean {
  const lists = [lessLike, boosts.boosted, boosts.boostedGenres];
  return popularity !== 0 || lists.some((list) => list.length > 0);
}
