import { beforeAll, expect, test } from 'vitest';
import { itemKnn } from '../../../../src/engine/models/classical/item-knn';
import type { Config } from '../../../../src/engine/models/model';
import { datasetOf } from '../../../fixtures/events';
import { learn, start, stranger } from '../../../fixtures/learning';

beforeAll(async () => void (await start('wasm')));

/** Item 0 chosen by users 0 1 2, item 1 by 0 1, item 2 by 2 3, item 3 by 0. */
const dataset = datasetOf([
  [0, 0],
  [0, 1],
  [0, 3],
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 2],
  [3, 2],
]);

async function scoresOf(config: Config, ...queries: ReturnType<typeof stranger>[]) {
  const recommender = await learn(itemKnn, dataset, config);
  const rows = await recommender.score(queries);
  recommender.dispose();
  return rows.map((row) => Array.from(row, (score) => Number(score.toFixed(6))));
}

const near = (numbers: number[]): number[] => numbers.map((number) => Number(number.toFixed(6)));

test('similarity is the cosine of who chose what', async () => {
  const rows = await scoresOf({ neighbours: 4, shrinkage: 0 }, stranger(0), stranger(2));
  expect(rows[0]).toEqual(near([0, 2 / Math.sqrt(6), 1 / Math.sqrt(6), 1 / Math.sqrt(3)]));
  expect(rows[1]).toEqual(near([1 / Math.sqrt(6), 0, 0, 0]));
});

test('shrinkage adds to the lower side, so that rare pairs lose more', async () => {
  const [row] = await scoresOf({ neighbours: 4, shrinkage: 10 }, stranger(0));
  expect(row).toEqual(
    near([0, 2 / (Math.sqrt(6) + 10), 1 / (Math.sqrt(6) + 10), 1 / (Math.sqrt(3) + 10)]),
  );
});

test('of each item, only the nearest neighbours count', async () => {
  const [row] = await scoresOf({ neighbours: 1, shrinkage: 0 }, stranger(0));
  // Item 3 is nearer to 1 than to 0.
  expect(row).toEqual(near([0, 2 / Math.sqrt(6), 1 / Math.sqrt(6), 0]));
});

test('a history adds up, a dislike counts against', async () => {
  const both = stranger(1, 2);
  const mixed = stranger(1, 2);
  mixed.history.values.set([1, -0.5]);
  const [sum, difference] = await scoresOf({ neighbours: 4, shrinkage: 0 }, both, mixed);
  expect(sum[0]).toBeCloseTo(2 / Math.sqrt(6) + 1 / Math.sqrt(6), 5);
  expect(difference[0]).toBeCloseTo(2 / Math.sqrt(6) - 0.5 / Math.sqrt(6), 5);
  expect(sum[3]).toBeCloseTo(1 / Math.sqrt(2), 5);
});
