import { expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import { hideSome, newestFirst, spanCount } from '../../../src/engine/nn/newest-first';
import { createRandom } from '../../../src/kernels/random';

const minute = 60_000;
const timed = (items: number[], minutes: number[]) => ({
  ...plainHistory(items),
  timestamps: Float64Array.from(minutes, (time) => time * minute),
});

test('histories begin with their newest event, and what is older is not read', () => {
  const { items, isThere, lists, time, lengths } = newestFirst(
    [plainHistory([4, 5, 6, 7]), plainHistory([]), plainHistory([8])],
    3,
  );
  expect([lists, time]).toEqual([3, 3]);
  expect([...items]).toEqual([7, 6, 5, 0, 0, 0, 8, 0, 0]);
  expect([...isThere]).toEqual([1, 1, 1, 0, 0, 0, 1, 0, 0]);
  expect([...lengths]).toEqual([3, 0, 1]);
});

test('the time before the newest event is told by its order of magnitude', () => {
  const spans = (minutes: number[]) => [...newestFirst([timed([1, 2, 3, 4], minutes)], 4).spans];
  expect(spans([0, 1000, 1002, 1002.5])).toEqual([1, 1, 2, 10]);
  expect(spans([-1e12, 0, 0, 0])).toEqual([1, 1, 1, spanCount - 1]);
  expect(spans([NaN, 5, 5, 5])).toEqual([1, 1, 1, 0]);
  expect(spans([5, 5, 5, NaN])).toEqual([0, 0, 0, 0]);
});

test('about so many events are hidden, and all others stay where they are', () => {
  const histories = newestFirst([plainHistory(Array.from({ length: 1000 }, (_z, i) => i))], 1000);
  const { items, isThere } = hideSome(histories, 0.3, createRandom(1));
  expect(isThere.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.7, 1);
  expect(items).toEqual(histories.items);
});
