import { expect, test } from 'vitest';
import type { RunInfo } from '../../../src/api';
import { bestOf, metricsOf, sameExam, sortRuns } from '../../../src/ui/compare/columns';

/** A run with an NDCG@10, or none, that began at `startedAt`. */
function run(id: string, startedAt: number, ndcg?: number): RunInfo {
  const metrics = { 'ndcg@10': ndcg };
  return {
    id,
    startedAt,
    scorecards: ndcg === undefined ? [] : [{ metrics }],
  } as unknown as RunInfo;
}

const runs = [run('a', 3, 0.2), run('b', 1), run('c', 2, 0.4)];
const order = (by: string, direction: 'ascending' | 'descending') =>
  sortRuns(runs, { by, direction }).map(({ id }) => id);

test('newest first', () => expect(order('date', 'descending')).toEqual(['a', 'c', 'b']));
test('best first', () => expect(order('ndcg@10', 'descending')).toEqual(['c', 'a', 'b']));
test('worst first, the unknown still last', () =>
  expect(order('ndcg@10', 'ascending')).toEqual(['a', 'c', 'b']));
test('metrics carry their cutoff, and ratings join where there are any', () => {
  const rating = (rmse: number) => ({ scorecards: [{ metrics: { rmse } }] }) as unknown as RunInfo;
  expect(metricsOf(runs, 20)[0]).toBe('ndcg@20');
  expect(metricsOf(runs, 20)).not.toContain('rmse');
  expect(metricsOf([...runs, rating(1)], 20)).toContain('rmse');
  expect(bestOf([...runs, rating(1), rating(0.9)], 'rmse')).toBe(0.9);
  expect(bestOf(runs, 'ndcg@10')).toBe(0.4);
});

test('the best is sought among runs of one split alone', () => {
  const of = (hash: string | null) =>
    ({ split: hash === null ? null : { hash } }) as unknown as RunInfo;
  const all = [of('a'), of('b'), of('a'), of(null)];
  expect(sameExam(all, all[0])).toEqual([all[0], all[2]]);
});
