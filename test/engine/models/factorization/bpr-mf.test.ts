import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../../src/engine/data/dataset';
import { bprMf } from '../../../../src/engine/models/factorization/bpr-mf';
import { createVocabulary } from '../../../../src/engine/data/vocabulary';
import { Recommender } from '../../../../src/engine/models/recommender';
import * as tf from '../../../../src/kernels/tensor';
import { goldenEvaluation } from '../../../fixtures/golden-evaluation';
import { known, learn, smallConfig, start, stranger } from '../../../fixtures/learning';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

const dataset = twoTastes({ users: 60, items: 30, chosen: 9 });
const users = Array.from({ length: 60 }, (_zero, user) => user);
const historyOfUser = (user: number) => [...historyOf(dataset, user).items];

let recommender: Recommender;
beforeAll(async () => {
  await start('wasm');
  const config = smallConfig(bprMf, { epochs: 30, batchSize: 32, learningRate: 0.02, l2: 0.01 });
  recommender = await learn(bprMf, dataset, config);
});
afterAll(() => recommender.dispose());

/** The share of the first five recommendations that are of the user's own taste. */
function ownShare(rankings: readonly { items: Int32Array }[]): number {
  const own = rankings.flatMap(({ items }, user) =>
    Array.from(items, (item) => Number(tasteOf(item) === user % 2)),
  );
  return own.reduce((sum, one) => sum + one, 0) / own.length;
}

test('learns the taste of those it knows', async () => {
  const queries = users.map((user) => known(user, ...historyOfUser(user)));
  expect(ownShare(await recommender.recommend(queries, 5))).toBeGreaterThan(0.97);
});

describe('folding in', () => {
  test('finds the taste of a stranger with the history of someone it knows', async () => {
    const queries = users.map((user) => stranger(...historyOfUser(user)));
    expect(ownShare(await recommender.recommend(queries, 5))).toBeGreaterThan(0.97);
  });

  test('finds it from a single item', async () => {
    const queries = users.map((user) => stranger(historyOfUser(user)[0]));
    expect(ownShare(await recommender.recommend(queries, 5))).toBeGreaterThan(0.85);
  });

  test('ranks much as the trained row does', async () => {
    const scores = await recommender.score(
      users.flatMap((user) => [
        known(user, ...historyOfUser(user)),
        stranger(...historyOfUser(user)),
      ]),
    );
    const agreement = users.map((user) => rankCorrelation(scores[2 * user], scores[2 * user + 1]));
    expect(agreement.reduce((sum, one) => sum + one, 0) / users.length).toBeGreaterThan(0.8);
  });

  test('a known user is their trained row, whatever is in the query', async () => {
    const [own, same, folded] = await recommender.foldIn([
      known(3, 0, 2),
      known(3),
      stranger(0, 2),
    ]);
    expect(same).toEqual(own);
    expect(folded).not.toEqual(own);
  });
});

/** Spearman's correlation of two rows of scores. */
function rankCorrelation(a: Float32Array, b: Float32Array): number {
  const ranksOf = (scores: Float32Array): number[] => {
    const order = Array.from(scores.keys()).sort((x, y) => scores[x] - scores[y]);
    const ranks = new Array<number>(scores.length);
    order.forEach((item, rank) => (ranks[item] = rank));
    return ranks;
  };
  const [left, right] = [ranksOf(a), ranksOf(b)];
  const n = left.length;
  const squares = left.reduce((sum, rank, item) => sum + (rank - right[item]) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

test('given weights score as their products and biases say', async () => {
  const { users: own, items, bias, scores } = goldenEvaluation.scores['bpr-mf'];
  const given = new Recommender({
    model: bprMf,
    config: smallConfig(bprMf),
    items: createVocabulary(
      items.map((_row, item) => `i${item}`),
      'item',
    ),
    users: createVocabulary(
      own.map((_row, user) => `u${user}`),
      'user',
    ),
    weights: { users: tf.tensor2d(own), items: tf.tensor2d(items), bias: tf.tensor1d(bias) },
  });
  const found = await given.score(own.map((_row, user) => known(user)));
  scores.forEach((row, user) =>
    row.forEach((score, item) => expect(found[user][item]).toBeCloseTo(score, 5)),
  );
  given.dispose();
});

test('a product of vectors is what it is by hand', async () => {
  // A widely copied tutorial works this one out as 0.60.
  const product = tf.matMul(
    tf.tensor2d([[0.1, 0.2, 0.3]]),
    tf.tensor2d([[1, 1.1, 1.2]]),
    false,
    true,
  );
  expect((await product.data())[0]).toBeCloseTo(0.68, 6);
  product.dispose();
});
