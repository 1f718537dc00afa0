import { beforeAll, describe, expect, test } from 'vitest';
import { plainHistory } from '../../../src/engine/data/dataset';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { splitDataset } from '../../../src/engine/data/split';
import { mean } from '../../../src/engine/evaluation/accuracy';
import { evaluate } from '../../../src/engine/evaluation/evaluate';
import { defineModel, type Model } from '../../../src/engine/models/model';
import { popularity } from '../../../src/engine/models/classical/popularity';
import { Recommender } from '../../../src/engine/models/recommender';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { datasetOf, type Event } from '../../fixtures/events';
import { learn, onDevice, start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

const catalogue = (items: number) => datasetOf([], { users: 1, items });

/** A recommender whose scores are what `scoreOf` says of a user (-1 for a stranger) and an item. */
function scoring(
  items: number,
  scoreOf: (user: number, item: number) => number,
  needs: Model['needs'] = [],
): Recommender {
  const model: Model = {
    ...defineModel({ ...popularity, name: 'stub', needs }),
    foldIn: (_weights, queries) => tf.tensor1d(queries.map(({ user }) => user ?? -1)),
    score: (_weights, users) => {
      const rows = Array.from((users as tf.Tensor).arraySync() as number[], (user) =>
        Array.from({ length: items }, (_zero, item) => scoreOf(user, item)),
      );
      return tf.tensor(rows, [rows.length, items]);
    },
  };
  const { items: vocabulary } = catalogue(items);
  return new Recommender({ model, config: {}, items: vocabulary, users: null, weights: {} });
}

/** User `user` chose `past`, and `relevant` should be found. */
const holdout = (user: number, past: number[], ...relevant: number[]): Holdout => ({
  user,
  query: { user, history: plainHistory(past), features: null },
  relevant: new Map(relevant.map((item) => [item, 1])),
});

describe('a ranking', () => {
  test('is judged at the place of what is relevant', async () => {
    const recommender = scoring(30, (_user, item) => -item);
    const { perUser } = await evaluate(
      recommender,
      [holdout(0, [], 0), holdout(1, [], 6), holdout(2, [], 29), holdout(3, [], 1, 12)],
      catalogue(30),
    );
    expect(Array.from(perUser['mrr@10'])).toEqual([1, 1 / 7, 0, 1 / 2]);
    expect(Array.from(perUser['hr@5'])).toEqual([1, 0, 0, 1]);
    expect(Array.from(perUser['recall@20'])).toEqual([1, 1, 0, 1]);
    expect(Array.from(perUser['recall@10'])).toEqual([1, 1, 0, 1 / 2]);
  });

  test('holds nothing that the query has chosen', async () => {
    const recommender = scoring(30, (_user, item) => -item);
    const { perUser } = await evaluate(
      recommender,
      [holdout(0, [0, 1, 2], 3), holdout(1, [4, 0], 5)],
      catalogue(30),
    );
    expect(Array.from(perUser['mrr@5'])).toEqual([1, 1 / 4]);
  });

  test('keeps the order of the catalogue among equals', async () => {
    const recommender = scoring(30, () => 1);
    const { perUser } = await evaluate(
      recommender,
      [holdout(0, [], 4), holdout(1, [0, 1], 4), holdout(2, [], 21)],
      catalogue(30),
    );
    expect(Array.from(perUser['mrr@20'])).toEqual([1 / 5, 1 / 3, 0]);
  });

  test('may be shorter than what is asked for', async () => {
    const { perUser } = await evaluate(
      scoring(3, (_user, item) => item),
      [holdout(0, [2], 0)],
      catalogue(3),
    );
    expect(perUser['mrr@20'][0]).toBe(1 / 2);
    expect(perUser['precision@5'][0]).toBe(1 / 5);
  });
});

test('everyone gets their own ranking, however many they are', async () => {
  const users = 700;
  const recommender = scoring(40, (user, item) => Number(item === user % 40));
  const all = Array.from({ length: users }, (_zero, user) => holdout(user, [], user % 40));
  const { metrics, perUser } = await evaluate(recommender, all, catalogue(40));
  expect(perUser['hr@5'].length).toBe(users);
  expect(metrics['mrr@5']).toBe(1);
  expect(metrics['coverage@5']).toBe(1);
});

test('metrics are means over users, beside what the rankings do together', async () => {
  const train = datasetOf([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [0, 1],
    [1, 1],
  ]);
  const recommender = scoring(2, (_user, item) => -item);
  const { metrics, perUser } = await evaluate(
    recommender,
    [holdout(2, [], 1), holdout(3, [0], 1)],
    train,
  );
  expect(metrics['mrr@10']).toBe(0.75);
  for (const [name, values] of Object.entries(perUser)) {
    expect(metrics[name]).toBeCloseTo(mean(values), 12);
  }
  expect(metrics['coverage@10']).toBe(1);
  expect(metrics['gini@10']).toBeCloseTo((-1 * 1 + 1 * 2) / (2 * 3), 12);
  expect(metrics['novelty@10']).toBeCloseTo((0 + 1 + 1) / 3, 12);
});

describe('strangers', () => {
  const recommender = scoring(20, (user, item) => (user < 0 ? -item : item));
  const holdouts = [holdout(3, [], 19), holdout(4, [], 0)];

  test('are known users who are treated so', async () => {
    const own = await evaluate(recommender, holdouts, catalogue(20));
    const folded = await evaluate(recommender, holdouts, catalogue(20), { strangers: true });
    expect(Array.from(own.perUser['mrr@5'])).toEqual([1, 0]);
    expect(Array.from(folded.perUser['mrr@5'])).toEqual([0, 1]);
  });
});

describe('closed forms', () => {
  test('a random ranking finds one of n items as often as chance says', async () => {
    const [n, users] = [50, 4000];
    const random = createRandom(11);
    const recommender = scoring(n, () => random.uniform());
    const all = Array.from({ length: users }, (_zero, user) => holdout(user, [], user % n));
    const { metrics } = await evaluate(recommender, all, catalogue(n));
    for (const k of [5, 10, 20]) {
      const places = Array.from({ length: k }, (_zero, i) => i + 1);
      const expected = {
        hr: places.map(() => 1 / n),
        recall: places.map(() => 1 / n),
        precision: places.map(() => 1 / n / k),
        mrr: places.map((place) => 1 / place / n),
        map: places.map((place) => 1 / place / n),
        ndcg: places.map((place) => 1 / Math.log2(place + 1) / n),
      };
      for (const [name, shares] of Object.entries(expected)) {
        const value = shares.reduce((sum, share) => sum + share, 0);
        // Four standard deviations of a mean over users; none is larger than a coin's.
        const spread = 4 * Math.sqrt(value / users);
        expect(Math.abs(metrics[`${name}@${k}`] - value), `${name}@${k}`).toBeLessThan(spread);
      }
    }
  });

  test('popularity finds what many chose, at the place that counting says', async () => {
    // Item i was chosen by 8 - i of 8 users in train; the test asks for each item once.
    const events = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((item) =>
      Array.from({ length: 8 - item }, (_zero, user): Event => [user, item]),
    );
    const train = datasetOf(events);
    const recommender = await learn(popularity, train);
    const all = [0, 1, 2, 3, 4, 5, 6, 7].map((item) => holdout(0, [], item));
    const { metrics } = await evaluate(recommender, all, train);
    const harmonic = 1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5;
    expect(metrics['hr@5']).toBe(5 / 8);
    expect(metrics['mrr@5']).toBeCloseTo(harmonic / 8, 12);
    expect(metrics['coverage@5']).toBe(5 / 8);
    recommender.dispose();
  });
});

test('can be stopped, and leaves nothing on the device', async () => {
  const before = onDevice();
  const recommender = scoring(5, (_user, item) => item);
  const stopped = evaluate(recommender, [holdout(0, [], 1)], catalogue(5), {
    signal: AbortSignal.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  await evaluate(recommender, [holdout(0, [], 1)], catalogue(5));
  expect(onDevice()).toEqual(before);
});

test('a split is evaluated end to end', async () => {
  const events = Array.from({ length: 60 }, (_zero, i): Event => [i % 6, (i * 7) % 13, i]);
  const split = splitDataset(datasetOf(events), 'leave-one-out', 1);
  const recommender = await learn(popularity, split.train);
  const { metrics } = await evaluate(recommender, split.test, split.train);
  expect(metrics['hr@20']).toBe(1); // 13 items: all are shown
  recommender.dispose();
});

test('a model of ratings is also judged by its errors, in units of the scale', async () => {
  const recommender = scoring(10, (_user, item) => 1 - item / 4, ['ratings']);
  const holdouts: Holdout[] = [
    { ...holdout(0, [9]), relevant: new Map([[2, 1]]) },
    {
      ...holdout(1, [9]),
      relevant: new Map([
        [0, 1],
        [8, 0],
      ]),
    },
  ];
  const { metrics, predictions } = await evaluate(recommender, holdouts, catalogue(10), {
    scale: [1, 5],
  });
  expect(Array.from(predictions!.predicted)).toEqual([4, 5, 1]);
  expect(Array.from(predictions!.actual)).toEqual([5, 5, 3]);
  expect(metrics.rmse).toBeCloseTo(Math.sqrt(5 / 3), 10);
  expect(metrics.mae).toBeCloseTo(1, 10);
  expect(
    (
      await evaluate(
        scoring(10, () => 1),
        holdouts,
        catalogue(10),
      )
    ).predictions,
  ).toBeNull();
});
