import type { Split } from '../data/split';
import { evaluate } from '../evaluation/evaluate';
import { withoutUsers, type Checkpoint } from '../models/checkpoint';
import { withRecommender } from '../models/saved';
import type { HostWeights } from '../nn/weights';
import type { Measured } from './manifest';
import { dequantize, quantize } from './quantize';

/** Users that are enough to tell the precisions apart. */
const mostUsers = 5000;

/**
 * What int8 costs the visitors: lists for people of the validation part by both precisions, all
 * of whom are folded in. `learnedFrom` says what `checkpoint` has seen.
 */
export async function measureLoss(
  checkpoint: Checkpoint,
  split: Split,
  learnedFrom: Measured['learnedFrom'],
): Promise<Measured> {
  const anonymous = withoutUsers(checkpoint);
  const holdouts = everySo(split.validation, mostUsers);
  const judge = async (weights: HostWeights): Promise<number> => {
    const { metrics } = await withRecommender({ ...anonymous, weights }, (recommender) =>
      evaluate(recommender, holdouts, split.train, split),
    );
    return metrics['ndcg@10'];
  };
  const float32 = await judge(anonymous.weights);
  const int8 = await judge(dequantize(quantize(anonymous.weights)));
  const { protocol, seed } = split;
  return {
    ...{ metric: 'ndcg@10', part: 'validation', protocol, seed, users: holdouts.length },
    ...{ learnedFrom, float32, int8, loss: float32 - int8 },
  };
}

/** At most so many of `all`, at even distances. */
function everySo<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_zero, i) => all[Math.floor((i * all.length) / most)]);
}
