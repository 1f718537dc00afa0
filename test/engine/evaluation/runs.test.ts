import { describe, expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import {
  poolByUser,
  poolErrors,
  spreadOver,
  type Tested,
} from '../../../src/engine/evaluation/runs';

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

test('pooled errors are those of all runs, user by user', () => {
  const errors = (squared: number[], ratings: number[]) => {
    const [sums, counts] = [Float64Array.from(squared), Float64Array.from(ratings)];
    return { squared: sums, absolute: sums, ratings: counts };
  };
  const pooled = poolErrors([
    { ...run([7, 0], [2, 0]), perUser: errors([1, 2], [1, 3]) },
    { ...run([2, 0], [9, 0]), perUser: errors([4, 8], [2, 5]) },
  ]);
  expect(Array.from(pooled.squared)).toEqual([6, 1, 8]); // users 2, 7, 9
  expect(Array.from(pooled.ratings)).toEqual([5, 1, 5]);
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
