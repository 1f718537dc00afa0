import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  featuresAsQuery,
  momentFeatures,
  personFeatures,
} from '../../../../src/engine/data/features';
import type { Recommender } from '../../../../src/engine/models/recommender';
import { din } from '../../../../src/engine/models/sequence/din';
import { restore } from '../../../../src/engine/nn/weights';
import { toLists } from '../../../../src/kernels/lists';
import * as tf from '../../../../src/kernels/tensor';
import { learn, learnWeights, smallConfig, start, stranger } from '../../../fixtures/learning';
import { expectNewItems, withNewItems } from '../../../fixtures/new-items';
import { testNextItem } from '../../../fixtures/next-item';
import { tasteOf, twoTastes } from '../../../fixtures/two-tastes';

describe('on a cycle', () =>
  testNextItem(
    din,
    { dim: 16, epochs: 60, learningRate: 0.01, batchSize: 24, dropout: 0.1 },
    { mrr: 0.9, walks: 20, lost: 0.05 },
  ));

describe('of two tastes', () => {
  const dataset = withNewItems({ users: 40, items: 20, chosen: 7 });
  const config = smallConfig(din, { epochs: 20, batchSize: 64, length: 6 });
  let recommender: Recommender;
  beforeAll(async () => {
    await start('wasm');
    recommender = await learn(din, dataset, config);
  });
  afterAll(() => recommender.dispose());

  test('knows by their genre whom items suit that nobody ever chose', () =>
    expectNewItems(recommender, [stranger(0, 2, 4), stranger(1, 3, 5)]));

  test('finds another interest in the same history for another candidate', async () => {
    const history = stranger(0, 1, 2, 3, 4, 5);
    const [evenly, oddly] = [
      await recommender.attend(history, 8),
      await recommender.attend(history, 9),
    ];
    for (const shares of [evenly!, oddly!]) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      expect(shares.every((share) => share >= 0)).toBe(true);
    }
    const ofEven = (shares: Float32Array) => shares[0] + shares[2] + shares[4];
    expect(ofEven(evenly!)).not.toBeCloseTo(ofEven(oddly!), 2);
  });

  test('attends to no more than the newest that it reads, and to nothing without a history', async () => {
    const shares = await recommender.attend(stranger(0, 2, 4, 6, 8, 10, 12, 14), 16);
    expect(Array.from(shares!, (share) => share > 0)).toEqual(
      [false, false, true, true, true, true, true, true], // the newest six
    );
    expect(await recommender.attend(stranger(), 16)).toBeNull();
  });

  test('scores some items as it scores all', async () => {
    const weights = restore(await learnWeights(din, dataset, config));
    const queries = [stranger(0, 2, 4), stranger(), stranger(1)];
    const some = [
      [3, 0, 21],
      [7, 7, 1],
      [20, 19, 2],
    ];
    const [all, few] = tf.tidy(() => {
      const users = din.foldIn(weights, queries, config);
      const items = tf.tensor2d(some, [3, 3], 'int32');
      const met = toLists(queries.map(({ history }) => history.items));
      return [
        din.score(weights, users, config, met),
        din.scoreSome!(weights, users, items, config),
      ];
    });
    const [ofAll, ofSome] = [await all.data(), await few.data()];
    expect(few.shape).toEqual([3, 3]);
    some.flat().forEach((item, place) => {
      expect(ofSome[place]).toBeCloseTo(ofAll[22 * Math.floor(place / 3) + item], 4);
    });
    tf.dispose([all, few, ...Object.values(weights)]);
  });
});

test('tells how long ago something was chosen', async () => {
  await start('wasm');
  const recommender = await learn(din, twoTastes(), smallConfig(din, { epochs: 4 }));
  const apart = (ms: number) => {
    const query = stranger(0, 1);
    return { ...query, history: { ...query.history, timestamps: Float64Array.of(0, ms) } };
  };
  const [now, later, same] = await recommender.score([apart(1000), apart(3e8), apart(2000)]);
  recommender.dispose();
  expect(later).not.toEqual(now);
  expect(same).toEqual(now);
});

test('leans by what is said of people, whom it knows and whom not, before they have a history', async () => {
  await start('wasm');
  const cells = Int32Array.from({ length: 40 }, (_zero, user) => user % 2);
  const people = [{ name: 'side', values: ['even', 'odd'], cells }];
  const dataset = { ...twoTastes({ users: 40, items: 20, chosen: 7 }), people };
  const config = smallConfig(din, { epochs: 20, batchSize: 64, length: 6, context: 'yes' });
  const recommender = await learn(din, dataset, config);
  const kinds = [personFeatures(dataset), momentFeatures(dataset)] as const;
  const strangers = [0, 1].map((user) => ({
    ...stranger(),
    features: featuresAsQuery(...kinds, user),
  }));
  const known = [0, 1].map((user) => ({ ...stranger(), user }));
  const rankings = await recommender.recommend([...strangers, ...known], 4);
  expect(rankings.map(({ items }) => Array.from(items, tasteOf))).toEqual([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ]);
  recommender.dispose();
});
