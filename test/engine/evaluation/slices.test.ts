import { describe, expect, test } from 'vitest';
import { plainHistory, type Dataset } from '../../../src/engine/data/dataset';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { measureAccuracy } from '../../../src/engine/evaluation/accuracy';
import { toPredictions } from '../../../src/engine/evaluation/predictions';
import { measureBy } from '../../../src/engine/evaluation/slice-measures';
import { sliceNewcomers, sliceTest, type Slicing } from '../../../src/engine/evaluation/slices';
import { datasetOf, type Event } from '../../fixtures/events';

/** Item 0 was chosen 6 times, items 1 and 2 three times each, items 3 to 8 once; item 9 never. */
const chosen = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8];
const train: Dataset = {
  ...datasetOf(
    chosen.map((item, user): Event => [user, item]),
    { users: 60, items: 10 },
  ),
  people: [
    {
      name: 'gender',
      values: ['f', 'm'],
      cells: Int32Array.from({ length: 60 }, (_zero, user) => (user === 5 ? -1 : user % 2)),
    },
    { name: 'planet', values: ['earth'], cells: new Int32Array(60) },
  ],
};

/** User `u` has a history of `u`, and seeks one item. */
const holdout = (user: number, ...relevant: number[]): Holdout => ({
  user,
  query: { user, history: plainHistory(new Int32Array(user)), features: null },
  relevant: new Map(relevant.map((item) => [item, 1])),
});

function judge(rankings: readonly number[][], holdouts: readonly Holdout[]) {
  const lists = rankings.map((ranking) => Int32Array.from(ranking));
  const perUser = measureAccuracy(lists, holdouts, train);
  return measureBy('ndcg@10', { rankings: lists, perUser, predictions: null }, holdouts, train);
}

/** Ratings of 3 that were guessed to be off by what `errorOf` says of a user and an item. */
function judgeRatings(
  holdouts: readonly Holdout[],
  errorOf: (user: number, item: number) => number,
) {
  const preferences = holdouts.map(({ user, relevant }) =>
    Float32Array.from(relevant.keys(), (item) => errorOf(user, item)),
  );
  const rated = holdouts.map((each) => ({
    ...each,
    relevant: new Map([...each.relevant.keys()].map((item) => [item, 0])),
  }));
  const predictions = toPredictions(preferences, rated, [2, 4]);
  const rankings = holdouts.map(() => new Int32Array(0));
  return measureBy('rmse', { rankings, perUser: {}, predictions }, holdouts, train);
}

const by = (slicings: readonly Slicing[], name: string): Slicing =>
  slicings.find((slicing) => slicing.by === name)!;

describe('slices of a test', () => {
  // Everyone is shown item 0; even users seek it, odd ones item 4.
  const holdouts = Array.from({ length: 60 }, (_zero, user) => holdout(user, user % 2 ? 4 : 0));
  const judged = judge(
    holdouts.map(() => [0, 9]),
    holdouts,
  );
  const slicings = sliceTest(judged, holdouts, train);

  test('by popularity see who is found', () => {
    const { slices, gap } = by(slicings, 'popularity');
    expect(slices.map(({ name, range, n }) => ({ name, range, n }))).toEqual([
      { name: 'head', range: [6, 6], n: 30 },
      { name: 'mid', range: [3, 3], n: 0 },
      { name: 'tail', range: [0, 1], n: 30 },
    ]);
    expect(slices[0].metrics).toEqual({ 'ndcg@10': 1, 'recall@10': 1, 'hr@10': 1 });
    expect(slices[1].interval).toBeNull();
    expect(slices[2].metrics).toEqual({ 'ndcg@10': 0, 'recall@10': 0, 'hr@10': 0 });
    expect(gap).toEqual({ best: 'head', worst: 'tail', size: 1 });
  });

  test('by history are thirds of the users', () => {
    const { slices, gap } = by(slicings, 'history');
    expect(slices.map(({ name, range, n }) => [name, range, n])).toEqual([
      ['short', [0, 19], 20],
      ['medium', [20, 39], 20],
      ['long', [40, 59], 20],
    ]);
    expect(gap!.size).toBe(0);
    expect(slices[0].interval![0]).toBeLessThan(0.5);
    expect(slices[0].interval![1]).toBeGreaterThan(0.5);
  });

  test('by a column show who is served worse', () => {
    const { slices, gap } = by(slicings, 'people.gender');
    expect(slices.map(({ name, n, metrics }) => [name, n, metrics['ndcg@10']])).toEqual([
      ['f', 30, 1],
      ['m', 29, 0],
    ]);
    expect(gap).toEqual({ best: 'f', worst: 'm', size: 1 });
  });

  test('by a column that says the same of all are none', () => {
    expect(slicings.map((slicing) => slicing.by)).toEqual([
      'popularity',
      'history',
      'people.gender',
    ]);
  });
});

test('one item sought in the head and one in the tail count once in each', () => {
  const holdouts = [holdout(0, 0, 9)];
  const { slices } = by(sliceTest(judge([[9, 1]], holdouts), holdouts, train), 'popularity');
  expect(slices.map(({ n, metrics }) => [n, metrics['recall@10']])).toEqual([
    [1, 0],
    [0, 0],
    [1, 1],
  ]);
});

describe('slices of predicted ratings', () => {
  // All rate item 0, which is known well, and item 4, which is not; odd users are hard to guess.
  const holdouts = Array.from({ length: 60 }, (_zero, user) => holdout(user, 0, 4));
  const measure = judgeRatings(holdouts, (user, item) => (user % 2 ? 0.5 : 0.25) * (item ? 1 : 0));
  const slicings = sliceTest(measure, holdouts, train);

  test('by popularity are told by the errors for those items', () => {
    const { metric, slices, gap } = by(slicings, 'popularity');
    expect(metric).toBe('rmse');
    expect(slices.map(({ n }) => n)).toEqual([60, 0, 60]);
    expect(slices[0].metrics).toEqual({ rmse: 0, mae: 0 });
    expect(slices[2].metrics.mae).toBeCloseTo(0.375, 6);
    expect(slices[2].metrics.rmse).toBeCloseTo(Math.sqrt((0.25 + 0.0625) / 2), 6);
    expect(gap).toMatchObject({ best: 'head', worst: 'tail' });
  });

  test('by a column call the one with the smaller error the best', () => {
    const { slices, gap } = by(slicings, 'people.gender');
    expect(slices.map(({ name, n }) => [name, n])).toEqual([
      ['f', 30],
      ['m', 29],
    ]);
    expect(gap).toMatchObject({ best: 'f', worst: 'm' });
    expect(gap!.size).toBeCloseTo(0.25 / Math.SQRT2, 6);
  });
});

test('few users make no gap', () => {
  const holdouts = [holdout(0, 0), holdout(1, 4)];
  const judged = judge([[0], [0]], holdouts);
  expect(by(sliceTest(judged, holdouts, train), 'popularity').gap).toBeNull();
});

test('newcomers are counted, even where there are none', () => {
  const people = [holdout(0, 0)];
  const { slices, gap } = sliceNewcomers(judge([[0]], people), judge([], []));
  expect(slices.map(({ name, n, metrics }) => [name, n, metrics['hr@10']])).toEqual([
    ['people', 1, 1],
    ['items', 0, 0],
  ]);
  expect(gap).toBeNull();
});
