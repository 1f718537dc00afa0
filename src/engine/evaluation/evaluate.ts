import { createTurns } from '../../kernels/turns';
import { itemCounts, type Dataset } from '../data/dataset';
import type { Scale } from '../data/prepare';
import type { Holdout } from '../data/holdouts';
import { queryFor } from '../models/feedback';
import type { Recommender } from '../models/recommender';
import { meansOf, measureAccuracy, type PerUser } from './accuracy';
import { measureBeyond } from './beyond';
import { createHeads } from './heads';
import { cutoffs } from './metrics';
import type { Predictions } from './predictions';
import { watchRetrieval } from './retrieval';

/** How a recommender did on holdouts: every metric for every user, and what they do together. */
export interface Evaluation {
  /** Item indices, best first, one list for each holdout. */
  readonly rankings: readonly Int32Array[];
  readonly perUser: PerUser;
  /** Means of those, with `coverage@10`, `gini@10` and `novelty@10`; of ratings also `rmse`
   * and `mae`, of likes `auc`, `gauc`, `log-loss` and `calibration`, of two stages
   * `recall-lost`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What a model of ratings predicted, or null. */
  readonly predictions: Predictions | null;
}

/** Score rows that one batch may hold on the device: 2^24 numbers are 64 MiB. */
const scoresPerBatch = 2 ** 24;
/** Queries in a batch at most: attention over long histories has its own cost. */
const queriesPerBatch = 256;

export interface EvaluationOptions {
  /** Treat everyone as a stranger: rank by what folding in makes of the history. */
  readonly strangers?: boolean;
  /** The ratings that the preferences -1 and 1 stand for. */
  readonly scale?: Scale;
  readonly signal?: AbortSignal;
}

/**
 * Ranks the whole catalogue for every holdout, less what its query has already
 * chosen; equal scores follow the `tieRule`. `train` is what popularity is counted in.
 */
export async function evaluate(
  recommender: Recommender,
  holdouts: readonly Holdout[],
  train: Dataset,
  { strangers = false, scale = [-1, 1], signal }: EvaluationOptions = {},
): Promise<Evaluation> {
  const longest = Math.max(...cutoffs);
  const size = Math.min(queriesPerBatch, Math.floor(scoresPerBatch / recommender.items.size) || 1);
  const rankings: Int32Array[] = [];
  const { model, config } = recommender;
  const heads = createHeads(recommender);
  const retrieval = watchRetrieval(recommender);
  const turn = createTurns();
  for (let from = 0; from < holdouts.length; from += size) {
    signal?.throwIfAborted();
    await turn();
    const batch = holdouts.slice(from, from + size);
    const queries = batch.map(({ query }) =>
      queryFor(model, strangers ? { ...query, user: null } : query, config),
    );
    const ranked = await recommender.recommend(queries, longest);
    rankings.push(...ranked.map(({ items }) => items));
    await heads.read(batch, queries);
    await retrieval.read(batch, queries);
  }
  const perUser = { ...measureAccuracy(rankings, holdouts, train), ...retrieval.judge() };
  const judged = { ...meansOf(perUser), ...together(rankings, train) };
  const { metrics, predictions } = heads.judge(holdouts, scale);
  return { rankings, perUser, metrics: { ...judged, ...metrics }, predictions };
}

function together(rankings: readonly Int32Array[], train: Dataset): Record<string, number> {
  const counts = itemCounts(train);
  const named = cutoffs.flatMap((k) => {
    const beyond = measureBeyond(
      rankings.map((ranking) => ranking.subarray(0, k)),
      counts,
      train.users.size,
    );
    return Object.entries(beyond).map(([name, value]) => [`${name}@${k}`, value]);
  });
  return Object.fromEntries(named);
}
