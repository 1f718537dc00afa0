import { describe, expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import { poolByUser, spreadOver, type Tested } from '../../../src/engine/evaluation/runs';

/** Users and the NDCG of each. */
const run = (...found: [user: number, ndcg: number][]): Tested => ({
  holdouts: found.map(([user]) => ({
    user,
    query: { user, history: plainHistory([]), features: null },
    relevant: new Map(),
  })),
  perUser: { ndcg: Float64Array.from(found, ([, ndcg]) => ndcg) },
});

describe('pooling by user', () => {
  test('takes each person’s mean over the runs that tested them', () => {
    const pooled = poolByUser([run([7, 1], [2, 0.5]), run([2, 0.25], [9, 1])]);
    expect(Array.from(pooled.ndcg)).toEqual([0.375, 1, 1]); // users 2, 7, 9
  });

  test('of one run is that run', () => {
    const one = run([1, 0.5], [4, 0.25]);
    expect(poolByUser([one])).toEqual(one.perUser);
  });
});

describe('the spread over runs', () => {
  test('is a mean and a standard deviation', () => {
    const { means, deviations } = spreadOver([{ ndcg: 1 }, { ndcg: 3 }, { ndcg: 5 }]);
    expect(means).toEqual({ ndcg: 3 });
    expect(deviations).toEqual({ ndcg: 2 });
  });

  test('of one run has no deviation', () => {
    expect(spreadOver([{ ndcg: 1 }])).toEqual({ means: { ndcg: 1 }, deviations: null });
  });
});
