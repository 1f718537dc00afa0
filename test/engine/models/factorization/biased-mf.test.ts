import { beforeAll, expect, test } from 'vitest';
import { historyOf, type Query } from '../../../../src/engine/data/dataset';
import { biasedMf } from '../../../../src/engine/models/factorization/biased-mf';
import { expectGoldenFit } from '../../../fixtures/golden-fit';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { ratedTastes, tasteOf } from '../../../fixtures/two-tastes';

beforeAll(async () => void (await start('wasm')));

test('learns and scores as PyTorch does', () => expectGoldenFit('biased-mf', biasedMf));

const dataset = ratedTastes({ users: 40, items: 20, chosen: 4 });
const asking = (as: (user: number) => Query): Query[] =>
  dataset.users.ids.map((_id, user) => ({ ...as(user), history: historyOf(dataset, user) }));

test.each([
  ['those it knows', known],
  ['strangers', () => stranger()],
])('guesses the ratings of %s', async (_whom, as) => {
  const recommender = await learn(biasedMf, dataset, smallConfig(biasedMf, { l2: 1, epochs: 20 }));
  const scores = await recommender.score(asking(as));
  recommender.dispose();
  const right = scores.flatMap((row, user) =>
    Array.from(row, (score, item) => score > 0 === (tasteOf(item) === user % 2)),
  );
  expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.95);
});

test('solves exactly for the bias and the vector of a stranger', async () => {
  const l2 = 3;
  const recommender = await learn(biasedMf, dataset, smallConfig(biasedMf, { l2 }));
  const query: Query = { ...stranger(), history: historyOf(dataset, 1) };
  const [vector] = await recommender.foldIn([query]);
  const [scores] = await recommender.score([query]);
  const { items } = (await recommender.checkpoint()).weights;
  recommender.dispose();
  // Where the sum of squared errors and l2 times the squares is least, its slope is 0.
  const slope = Array.from(vector, (x) => l2 * x);
  query.history.items.forEach((item, event) => {
    const error = scores[item] - query.history.values[event];
    const row = [...items.values.subarray(8 * item, 8 * item + 8), 1];
    row.forEach((factor, d) => (slope[d] += error * factor));
  });
  for (const one of slope) expect(one).toBeCloseTo(0, 4);
});
