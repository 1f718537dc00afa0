import { expect, test } from 'vitest';
import { popularity } from '../../../../src/engine/models/classical/popularity';
import { datasetOf } from '../../../fixtures/events';
import { known, learn, start, stranger } from '../../../fixtures/learning';

test('counts, and says the same to everyone', async () => {
  await start('cpu');
  const dataset = datasetOf(
    [
      [0, 2],
      [1, 2],
      [2, 2],
      [0, 1],
      [1, 1],
      [2, 3],
    ],
    { items: 5 },
  );
  const recommender = await learn(popularity, dataset);
  const rows = await recommender.score([stranger(), known(0, 2, 1)]);
  expect(rows.map((row) => Array.from(row))).toEqual([
    [0, 2, 3, 1, 0],
    [0, 2, 3, 1, 0],
  ]);
  const [ranking] = await recommender.recommend([stranger(2)], 9);
  expect(Array.from(ranking.items)).toEqual([1, 3, 0, 4]);
  recommender.dispose();
});
