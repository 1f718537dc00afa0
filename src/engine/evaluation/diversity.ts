import type { Dataset } from '../data/dataset';
import { cosine, traitsOf, type Traits } from '../data/likeness';
import { mean } from './accuracy';
import { cutoffs } from './metrics';

/** How different the items of a list are from one another. */
export interface Diversity {
  /** What two items are alike by. */
  readonly by: Traits['by'];
  /** `diversity@5` and so on. */
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * Intra-list diversity: the mean over lists of the mean of `1 - similarity` over the pairs
 * of a list. Ziegler et al. (2005), https://doi.org/10.1145/1060745.1060754. Two items
 * are alike by the cosine of their genres, where most interactions are with items that
 * have some, and items without any stay out; else by the cosine of who chose them.
 */
export function measureDiversity(rankings: readonly Int32Array[], train: Dataset): Diversity {
  const { by, sets } = traitsOf(train);
  const similarity = remembered((a, b) => cosine(sets[a], sets[b]));
  const isKnown = (item: number): boolean => by === 'co-occurrence' || sets[item].length > 0;
  const metrics = cutoffs.map((k): [string, number] => {
    const lists = rankings.map((ranking) => ranking.subarray(0, k).filter(isKnown));
    const pairs = lists.filter((list) => list.length > 1);
    return [
      `diversity@${k}`,
      mean(Float64Array.from(pairs, (list) => distanceWithin(list, similarity))),
    ];
  });
  return { by, metrics: Object.fromEntries(metrics) };
}

type Similarity = (a: number, b: number) => number;

function distanceWithin(list: Int32Array, similarity: Similarity): number {
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    for (let j = 0; j < i; j++) sum += 1 - similarity(list[i], list[j]);
  }
  return sum / ((list.length * (list.length - 1)) / 2);
}

/** Lists share most of their pairs: each is worked out once. */
function remembered(similarity: Similarity): Similarity {
  const known = new Map<string, number>();
  return (a, b) => {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const value = known.get(pair) ?? similarity(a, b);
    known.set(pair, value);
    return value;
  };
}
