import { createRandom } from '../../kernels/random';
import { takeEvents, type Dataset } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import type { Config, Model } from '../models/model';
import type { Recommender } from '../models/recommender';
import { meanDifference, type Difference } from './compare';
import { evaluate, type Evaluation } from './evaluate';
import { headline } from './judge';

/** What the order of histories is worth to a model. */
export interface OrderWorth {
  /** Mean NDCG@10 with each history in random order. */
  readonly shuffled: number;
  /** What is lost by it, user by user. A model that loses nothing has learned no order. */
  readonly lost: Difference;
}

/** Whether a model reads histories in their order: a model of sequences, or one of which a part is. */
export function readsOrder(
  { family, needsFor }: Pick<Model, 'family' | 'needsFor'>,
  config: Config,
): boolean {
  return family === 'sequence' || Boolean(needsFor?.(config).includes('timestamps'));
}

/** Holds `judged` against the same holdouts with their histories shuffled. */
export async function measureOrder(
  recommender: Recommender,
  holdouts: readonly Holdout[],
  train: Dataset,
  judged: Evaluation,
): Promise<OrderWorth> {
  const { metrics, perUser } = await evaluate(recommender, shuffleHistories(holdouts, 1), train);
  return {
    shuffled: metrics[headline],
    lost: meanDifference(judged.perUser[headline], perUser[headline]),
  };
}

/** The same holdouts, the events of each history in random order at the times that there were. */
export function shuffleHistories(holdouts: readonly Holdout[], seed: number): Holdout[] {
  const random = createRandom(seed);
  return holdouts.map((holdout) => {
    const { query } = holdout;
    const { timestamps } = query.history;
    const order = random.shuffle(Int32Array.from(timestamps.keys()));
    const history = { ...takeEvents(query.history, order), timestamps };
    return { ...holdout, query: { ...query, history } };
  });
}
