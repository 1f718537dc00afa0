import type { Query } from '../data/dataset';
import type { Holdout } from '../data/holdouts';
import type { Recommender } from '../models/recommender';
import type { PerUser } from './accuracy';

/** The metric of models of two stages: of what is relevant, the share that was not retrieved. */
export const recallLost = 'recall-lost';

/** What a model of two stages loses before it ranks. */
export interface Retrieval {
  /** Reads what is retrieved for these holdouts, the next in their order. */
  read(holdouts: readonly Holdout[], queries: readonly Query[]): Promise<void>;
  /** `recall-lost` of each holdout that was read; nothing of a model that looks at all items. */
  judge(): PerUser;
}

/**
 * Watches the candidates of a recommender: whatever is not among them is beyond the reach of
 * what ranks them. `1 − |R ∩ C| / |R|`, for candidates C and relevant items R.
 */
export function watchRetrieval(recommender: Recommender): Retrieval {
  const lost: number[] = [];
  return {
    async read(holdouts, queries) {
      const retrieved = await recommender.retrieve(queries);
      retrieved?.forEach((items, i) => lost.push(lostOf(holdouts[i], items)));
    },
    judge: () => (recommender.model.retrieve ? { [recallLost]: Float64Array.from(lost) } : {}),
  };
}

function lostOf({ relevant }: Holdout, candidates: Int32Array): number {
  const found = candidates.reduce((count, item) => count + Number(relevant.has(item)), 0);
  return 1 - found / relevant.size;
}
