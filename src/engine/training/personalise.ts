import type { Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import {
  bootstrapIntervals,
  correctForSeveral,
  meanDifference,
  type Difference,
  type Interval,
} from '../evaluation/compare';
import { evaluate } from '../evaluation/evaluate';
import { headline } from '../evaluation/judge';
import type { Checkpoint } from '../models/checkpoint';
import { withRecommender } from '../models/saved';
import { findModel } from '../models/registry';
import { fineTune } from './fine-tune';
import { holdoutsAfter, type Timelines } from './timelines';

/** How well people who were not learned from are served, after so many interactions of theirs. */
export interface Stage {
  readonly known: number;
  readonly popularity: Estimate;
  readonly foldIn: Estimate;
  /** Null where the model does not learn on, or from nothing. */
  readonly fineTuned: Estimate | null;
  /** Fine-tuned less folded in, person by person; p is corrected for the number of stages by Holm. */
  readonly gain: Difference | null;
  /** Folded in less popularity, person by person; p is corrected likewise. */
  readonly lead: Difference;
}

/** A mean over people. */
export interface Estimate {
  readonly mean: number;
  readonly interval: Interval;
}

interface Options {
  /** What the checkpoints were learned from. */
  readonly train: Dataset;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Whether learning on is measured beside folding in, where the model can. */
  readonly learnsOn?: boolean;
  /** Told before each stage, and waited for. */
  onStage(known: number): void | Promise<void>;
}

/**
 * Meets people held out one interaction after the other, and asks at each stage which of all
 * items they choose next: NDCG@10 by `popular`, by folding them into `checkpoint`, and by
 * learning on from what they did.
 */
export async function personalise(
  checkpoint: Checkpoint,
  popular: Checkpoint,
  { all, people, steps }: Pick<Timelines, 'all' | 'people' | 'steps'>,
  { onStage, learnsOn = true, ...options }: Options,
): Promise<Stage[]> {
  const measured: Measured[] = [];
  const isTuned = learnsOn && findModel(checkpoint.model).fineTunes !== undefined;
  for (const known of steps) {
    await onStage(known);
    options.signal.throwIfAborted();
    const holdouts = holdoutsAfter(all, people, known);
    measured.push({
      known,
      popularity: await judge(popular, holdouts, options),
      foldIn: await judge(checkpoint, holdouts, options),
      fineTuned: isTuned && known > 0 ? await judgeTuned(checkpoint, holdouts, options) : null,
    });
  }
  const gains = gainsOf(measured);
  const leads = correctForSeveral(
    measured.map(({ foldIn, popularity }) => meanDifference(foldIn, popularity)),
  );
  return measured.map(({ known, popularity, foldIn, fineTuned }, i) => ({
    known,
    popularity: estimate(popularity),
    foldIn: estimate(foldIn),
    fineTuned: fineTuned && estimate(fineTuned),
    gain: gains.get(known) ?? null,
    lead: leads[i],
  }));
}

/** NDCG@10 of each person, by each way. */
interface Measured {
  readonly known: number;
  readonly popularity: Float64Array;
  readonly foldIn: Float64Array;
  readonly fineTuned: Float64Array | null;
}

async function judge(
  checkpoint: Checkpoint,
  holdouts: readonly Holdout[],
  { train, signal }: Pick<Options, 'train' | 'signal'>,
): Promise<Float64Array> {
  const { perUser } = await withRecommender(checkpoint, (recommender) =>
    evaluate(recommender, holdouts, train, { signal }),
  );
  return perUser[headline];
}

/** The same, where the model learns on from each person before it ranks for them. */
async function judgeTuned(
  checkpoint: Checkpoint,
  holdouts: readonly Holdout[],
  { train, seed, signal }: Pick<Options, 'train' | 'seed' | 'signal'>,
): Promise<Float64Array> {
  const values = new Float64Array(holdouts.length);
  for (const [i, holdout] of holdouts.entries()) {
    const { query } = holdout;
    const tuned = await fineTune(checkpoint, query.history, train, { seed: seed + i, signal });
    const known = { ...holdout, query: { ...query, user: tuned.user } };
    [values[i]] = await judge(tuned.checkpoint, [known], { train, signal });
  }
  return values;
}

/** By how many interactions are known; none where nothing was learned. */
function gainsOf(measured: readonly Measured[]): ReadonlyMap<number, Difference> {
  const gains = measured.flatMap(({ known, fineTuned, foldIn }) =>
    fineTuned ? [[known, meanDifference(fineTuned, foldIn)] as const] : [],
  );
  const corrected = correctForSeveral(gains.map(([, gain]) => gain));
  return new Map(gains.map(([known], i) => [known, corrected[i]]));
}

function estimate(values: Float64Array): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, interval: bootstrapIntervals({ values }).values };
}
