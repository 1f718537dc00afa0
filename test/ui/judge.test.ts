import { expect, test } from 'vitest';
import { scaleOf, verdictOf } from '../../src/ui/judge';

test.each([
  [0.001, 0.01, 'better'],
  [-0.001, 0.01, 'unclear'],
  [0, 0.01, 'unclear'],
  [-0.02, -0.01, 'worse'],
] as const)('%d to %d is %s', (low, high, verdict) => {
  expect(verdictOf({ interval: [low, high] })).toBe(verdict);
});

test.each([
  [0.001, 0.01, 'worse'],
  [-0.001, 0.01, 'unclear'],
  [-0.02, -0.01, 'better'],
] as const)('an error that differs by %d to %d is %s', (low, high, verdict) => {
  expect(verdictOf({ metric: 'rmse', interval: [low, high] })).toBe(verdict);
});

test('lists are seen from 0, errors from the lowest to the highest', () => {
  const card = (metric: string, value: number, ...interval: [] | [[number, number]]) => ({
    metrics: { [metric]: value },
    intervals: interval.length ? { [metric]: interval[0] } : {},
  });
  expect(scaleOf('ndcg@10', [card('ndcg@10', 0.2, [0.1, 0.3]), card('ndcg@10', 0.1)])).toEqual([
    0, 0.3,
  ]);
  expect(scaleOf('rmse', [card('rmse', 0.9, [0.8, 1]), card('rmse', 0.95)])).toEqual([0.8, 1]);
});
