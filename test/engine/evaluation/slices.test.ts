import { describe, expect, test } from 'vitest';
import { plainHistory, type Dataset } from '../../../src/engine/data/dataset';
import type { Holdout } from '../../../src/engine/data/holdouts';
import { measureAccuracy } from '../../../src/engine/evaluation/accuracy';
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
  return { rankings: lists, perUser: measureAccuracy(lists, holdouts, train) };
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
