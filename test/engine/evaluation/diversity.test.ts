import { expect, test } from 'vitest';
import type { Dataset } from '../../../src/engine/data/dataset';
import { measureDiversity } from '../../../src/engine/evaluation/diversity';
import { datasetOf } from '../../fixtures/events';

const lists = (...rankings: number[][]) => rankings.map((ranking) => Int32Array.from(ranking));

// Items 0 and 1 were chosen by the same two, item 2 by one of them, item 3 by another.
const train = datasetOf([
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [2, 3],
]);

const withGenres = (...genres: string[][]): Dataset => ({
  ...train,
  catalog: { ...train.catalog, genres },
});

test('goes by who chose the items, where no genres are known', () => {
  const { by, metrics } = measureDiversity(lists([0, 1], [0, 3]), train);
  expect(by).toBe('co-occurrence');
  expect(metrics['diversity@5']).toBeCloseTo((0 + 1) / 2, 12);
  const three = measureDiversity(lists([0, 1, 2]), train).metrics;
  expect(three['diversity@10']).toBeCloseTo((2 * (1 - 1 / Math.sqrt(2))) / 3, 12);
});

test('goes by genres, and leaves out items without', () => {
  const known = withGenres(['drama'], ['drama', 'war'], ['comedy'], []);
  const { by, metrics } = measureDiversity(lists([0, 1], [0, 3, 2]), known);
  expect(by).toBe('genres');
  expect(metrics['diversity@5']).toBeCloseTo((1 - 1 / Math.sqrt(2) + 1) / 2, 12);
});

test('does not go by genres that few items have', () => {
  expect(measureDiversity(lists([0, 1]), withGenres([], [], ['comedy'], [])).by).toBe(
    'co-occurrence',
  );
});

test('looks at the first places, and not at lists of one', () => {
  const { metrics } = measureDiversity(lists([0, 1, 0, 1, 0, 3], [2]), train);
  expect(metrics['diversity@5']).toBe(0);
  expect(metrics['diversity@10']).toBeCloseTo(5 / 15, 12);
});
