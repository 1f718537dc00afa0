import type { Query } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import type { Scale } from '../data/prepare';
import { predictsLikes, predictsRatings } from '../models/feedback';
import type { Recommender } from '../models/recommender';
import { auc, calibration, gauc, logLoss } from './clicks';
import { errorsOf, holdoutsOf, toPredictions, type Predictions } from './predictions';

/** What the heads of a model that learns from ratings say of held-out ones. */
export interface Heads {
  /** Reads what is predicted for these holdouts, the next in their order. */
  read(holdouts: readonly Holdout[], queries: readonly Query[]): Promise<void>;
  /** All that was read, judged; no metrics and null where the model has no such heads. */
  judge(
    holdouts: readonly Holdout[],
    scale: Scale,
  ): { metrics: Readonly<Record<string, number>>; predictions: Predictions | null };
}

export function createHeads(recommender: Recommender): Heads {
  const { model } = recommender;
  const [ratings, likes]: [Float32Array[], Float32Array[]] = [[], []];
  return {
    async read(holdouts, queries) {
      const held = (scores: readonly Float32Array[]): Float32Array[] =>
        holdouts.map(({ relevant }, i) =>
          Float32Array.from(relevant.keys(), (item) => scores[i][item]),
        );
      if (predictsRatings(model)) ratings.push(...held(await recommender.rate(queries)));
      if (predictsLikes(model)) likes.push(...held(await recommender.score(queries)));
    },
    judge(holdouts, scale) {
      const predictions = predictsRatings(model) ? toPredictions(ratings, holdouts, scale) : null;
      const metrics = {
        ...(predictions && errorsOf(predictions)),
        ...(predictsLikes(model) && judgeLikes(likes, holdouts)),
      };
      return { metrics, predictions };
    },
  };
}

/**
 * Of what was rated: who liked it, against `σ(score)`. Liked is what lies above the middle of
 * the scale. Metrics that are undefined, as where all was liked, are left out.
 */
function judgeLikes(
  scores: readonly Float32Array[],
  holdouts: readonly Holdout[],
): Readonly<Record<string, number>> {
  const predicted = Float64Array.from(
    scores.flatMap((row) => Array.from(row, (score) => 1 / (1 + Math.exp(-score)))),
  );
  const liked = Uint8Array.from(
    holdouts.flatMap(({ relevant }) => Array.from(relevant.values(), (value) => Number(value > 0))),
  );
  const { error, ratio } = calibration(predicted, liked);
  const all = {
    auc: auc(predicted, liked),
    gauc: gauc(predicted, liked, holdoutsOf(scores)),
    'log-loss': logLoss(predicted, liked),
    calibration: error,
    'calibration-ratio': ratio,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => Number.isFinite(value)));
}
