import { beforeAll, expect, test } from 'vitest';
import type { Query } from '../../../../src/engine/data/dataset';
import { bias } from '../../../../src/engine/models/classical/bias';
import { datasetOf } from '../../../fixtures/events';
import { learn, smallConfig, start, stranger } from '../../../fixtures/learning';

beforeAll(async () => void (await start('wasm')));

// Preferences of three people: all like item 0, two dislike item 1, nobody has met item 2.
const dataset = datasetOf(
  [
    [0, 0, 1, 1],
    [1, 0, 1, 1],
    [2, 0, 1, 0.5],
    [0, 1, 2, -1],
    [1, 1, 2, -0.5],
  ],
  { items: 3 },
);
const mean = 1 / 5;
const expected = [mean + (2.5 - 3 * mean) / (3 + 4), mean + (-1.5 - 2 * mean) / (2 + 4), mean];
const config = smallConfig(bias, { itemShrinkage: 4, userShrinkage: 2 });

/** Someone who rated these items so. */
const rater = (...ratings: [item: number, value: number][]): Query => {
  const query = stranger(...ratings.map(([item]) => item));
  const values = Float32Array.from(ratings, ([, value]) => value);
  return { ...query, history: { ...query.history, values } };
};

test('guesses the mean, less what the item and the person lie off, shrunk', async () => {
  const recommender = await learn(bias, dataset, config);
  const [nobody, kind] = await recommender.rate([rater(), rater([0, 1], [1, 0])]);
  recommender.dispose();
  const own = (1 - expected[0] + (0 - expected[1])) / (2 + 2);
  expected.forEach((value, item) => {
    expect(nobody[item]).toBeCloseTo(value, 6);
    expect(kind[item]).toBeCloseTo(value + own, 6);
  });
});

test('counts a rating in the middle of the scale as one', async () => {
  const recommender = await learn(bias, dataset, config);
  const [[found]] = await recommender.rate([rater([0, 0])]);
  recommender.dispose();
  expect(found).toBeCloseTo(expected[0] - expected[0] / (1 + 2), 6);
});
