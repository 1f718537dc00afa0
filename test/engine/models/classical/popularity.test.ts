import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset, Query } from '../../../../src/engine/data/dataset';
import {
  popularity,
  popularity7Days,
  popularityGenres,
} from '../../../../src/engine/models/classical/popularity';
import type { Model } from '../../../../src/engine/models/model';
import { datasetOf, type Event } from '../../../fixtures/events';
import { known, learn, start, stranger } from '../../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

async function listsOf(
  model: Model,
  dataset: Dataset,
  ...queries: readonly Query[]
): Promise<number[][]> {
  const recommender = await learn(model, dataset, {});
  const rankings = await recommender.recommend(queries, 9);
  recommender.dispose();
  return rankings.map(({ items }) => Array.from(items));
}

test('counts, and says the same to everyone', async () => {
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
  recommender.dispose();
  expect(await listsOf(popularity, dataset, stranger(2))).toEqual([[1, 3, 0, 4]]);
});

describe('of the last 7 days', () => {
  const day = 86_400_000;
  /** Item 0 was in fashion, items 1 and 2 are; 1 more so, and 3 more than 4 was long ago. */
  const events: readonly Event[] = [
    [0, 0, 1 * day],
    [1, 0, 2 * day],
    [2, 0, 12.9 * day],
    [0, 4, 3 * day],
    [1, 3, 4 * day],
    [2, 3, 5 * day],
    [3, 2, 13.1 * day],
    [0, 1, 14 * day],
    [1, 1, 20 * day],
  ];

  test('what was chosen then comes first, and the rest by all of its choices', async () => {
    expect(await listsOf(popularity7Days, datasetOf(events), stranger())).toEqual([
      [1, 2, 0, 3, 4],
    ]);
  });

  test('without times all choices count', async () => {
    const timeless = datasetOf(events.map(([user, item]): Event => [user, item]));
    expect(await listsOf(popularity7Days, timeless, stranger())).toEqual(
      await listsOf(popularity, timeless, stranger()),
    );
  });
});

describe('in the genres of what was chosen', () => {
  const counted = datasetOf(
    [0, 0, 0, 0, 1, 1, 1, 2, 2, 3].map((item, user): Event => [user, item]),
  );
  const genres = [['war'], ['drama'], ['drama', 'war'], ['drama']];
  const dataset = { ...counted, catalog: { ...counted.catalog, genres } };

  test('choices count times the cosine of the genres', async () => {
    const recommender = await learn(popularityGenres, dataset, {});
    const [scores] = await recommender.score([stranger(3)]);
    const likeness = [0, 1, Math.SQRT1_2, 1];
    likeness.forEach((cosine, item) =>
      expect(scores[item]).toBeCloseTo((cosine + 0.001) * [4, 3, 2, 1][item], 5),
    );
    recommender.dispose();
  });

  test('without a history, and without genres, all-time popularity orders', async () => {
    const plain = [[0, 1, 2, 3]];
    expect(await listsOf(popularityGenres, dataset, stranger())).toEqual(plain);
    expect(await listsOf(popularityGenres, counted, stranger(3))).toEqual([[0, 1, 2]]);
  });

  test('a disliked genre comes last, its most popular item at the very end', async () => {
    const query = stranger(3);
    query.history.values[0] = -1;
    expect(await listsOf(popularityGenres, dataset, query)).toEqual([[0, 2, 1]]);
  });
});
