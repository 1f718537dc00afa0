import { createRandom } from '../../kernels/random';
import { createTurns } from '../../kernels/turns';
import type { Holdout } from '../data/holdouts';
import { queryFor } from '../models/feedback';
import type { Recommender } from '../models/recommender';

/** How a protocol with sampled negatives is carried out. */
export interface Sampling {
  /** Items that each held-out item is ranked among, besides itself. */
  readonly negatives: number;
  readonly seed: number;
  /** Length at which rankings are judged. */
  readonly k: number;
}

/** Queries in a batch. */
const queriesPerBatch = 256;

/**
 * `hr@k` and `ndcg@k` of the held-out item of each user among a few that the user never
 * chose, drawn uniformly without repetition; one that scores the same counts as better.
 * Such figures can only be held against others of the same kind: they rise as fewer items
 * are sampled, and may order models otherwise than a ranking of all items does.
 * Krichene & Rendle (2020), https://doi.org/10.1145/3394486.3403226
 */
export async function evaluateSampled(
  recommender: Recommender,
  holdouts: readonly Holdout[],
  { negatives, seed, k }: Sampling,
): Promise<Readonly<Record<string, Float64Array>>> {
  const { model, config } = recommender;
  const places: number[] = [];
  const turn = createTurns();
  for (let from = 0; from < holdouts.length; from += queriesPerBatch) {
    await turn();
    const batch = holdouts.slice(from, from + queriesPerBatch);
    const queries = batch.map(({ query }) => queryFor(model, query, config));
    const scores = await recommender.score(queries);
    batch.forEach((holdout, i) => {
      const others = drawOthers(holdout, recommender.items.size, {
        negatives,
        seed: seed + from + i,
      });
      places.push(placeAmong(scores[i], holdout, others));
    });
  }
  return {
    [`hr@${k}`]: Float64Array.from(places, (place) => Number(place < k)),
    [`ndcg@${k}`]: Float64Array.from(places, (place) => (place < k ? 1 / Math.log2(place + 2) : 0)),
  };
}

/** Items that the user of a holdout chose neither before nor in the held-out part. */
function drawOthers(
  { query, relevant }: Holdout,
  items: number,
  { negatives, seed }: Pick<Sampling, 'negatives' | 'seed'>,
): readonly number[] {
  const chosen = new Set([...query.history.items, ...relevant.keys()]);
  const random = createRandom(seed);
  const drawn = new Set<number>();
  const most = Math.min(negatives, items - chosen.size);
  while (drawn.size < most) {
    const item = random.below(items);
    if (!chosen.has(item)) drawn.add(item);
  }
  return [...drawn];
}

/** The place, from 0, of the first held-out item among the others. */
function placeAmong(
  scores: Float32Array,
  { relevant }: Holdout,
  others: readonly number[],
): number {
  const [target] = relevant.keys();
  return others.filter((item) => scores[item] >= scores[target]).length;
}
