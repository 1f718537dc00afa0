import { describe, expect, test } from 'vitest';
import { historyOf, type Dataset } from '../../../src/engine/data/dataset';
import type { Holdout } from '../../../src/engine/data/holdouts';
import {
  canBeTested,
  splitDataset,
  type Split,
  type SplitName,
} from '../../../src/engine/data/split';
import { createRandom } from '../../../src/kernels/random';
import { datasetOf, type Event } from '../../fixtures/events';
import { twoTastes } from '../../fixtures/two-tastes';

/** A holdout as plain numbers: who asks, with which history, for what. */
const plain = ({ query, relevant }: Holdout) => ({
  user: query.user,
  past: Array.from(query.history.items),
  relevant: [...relevant.keys()],
});

/** `user:item` of every event in a part, sorted. */
function eventsIn({ parts }: Split, dataset: Dataset, part: number): string[] {
  const name = (event: number) => `${dataset.userOf[event]}:${dataset.itemOf[event]}`;
  return Array.from(parts.keys())
    .filter((event) => parts[event] === part)
    .map(name)
    .sort();
}

const countParts = ({ parts }: Split): number[] =>
  [0, 1, 2].map((part) => parts.filter((p) => p === part).length);

describe('by time', () => {
  // 12 events are cut after 9 and after 10; rows 8, 9 and 10 share a moment.
  const early: readonly Event[] = [
    [0, 0, 1],
    [1, 0, 1],
    [2, 1, 2],
    [0, 1, 2],
    [1, 2, 3],
    [2, 2, 3],
    [3, 3, 4],
    [0, 2, 5],
  ];
  const late: readonly Event[] = [
    [2, 3, 6],
    [1, 3, 6],
    [0, 3, 6],
    [3, 0, 7],
  ];

  test('cuts at 80 and 90 % in the order of time, ties in file order', () => {
    const dataset = datasetOf([...early, ...late]);
    const split = splitDataset(dataset, 'temporal', 1);
    expect(eventsIn(split, dataset, 1)).toEqual(['1:3']);
    expect(eventsIn(split, dataset, 2)).toEqual(['0:3', '3:0']);
    expect(Array.from(historyOf(split.train, 2).items)).toEqual([1, 2, 3]);
    expect(split.validation.map(plain)).toEqual([{ user: 1, past: [0, 2], relevant: [3] }]);
    expect(split.test.map(plain)).toEqual([
      { user: 0, past: [0, 1, 2], relevant: [3] },
      { user: 3, past: [3], relevant: [0] },
    ]);
  });

  test('does not care where in the file a later event stands', () => {
    const shuffled = createRandom(1).shuffle(Int32Array.from({ length: 8 }, (_zero, i) => i));
    const dataset = datasetOf([...late, ...Array.from(shuffled, (row) => early[row])]);
    const split = splitDataset(dataset, 'temporal', 1);
    expect(eventsIn(split, dataset, 1)).toEqual(['1:3']);
    expect(eventsIn(split, dataset, 2)).toEqual(['0:3', '3:0']);
  });

  test('takes an unknown time as earlier than any other', () => {
    const dataset = datasetOf([...late, ...early.map(([user, item]): Event => [user, item])]);
    expect(eventsIn(splitDataset(dataset, 'temporal', 1), dataset, 2)).toEqual(['0:3', '3:0']);
  });

  test('nothing is learned from what comes after', () => {
    const dataset = twoTastes();
    const { parts } = splitDataset(dataset, 'temporal', 1);
    const timesOf = (part: number) =>
      dataset.timestamps.filter((_t, event) => parts[event] === part);
    expect(Math.max(...timesOf(0))).toBeLessThan(Math.min(...timesOf(1)));
    expect(Math.max(...timesOf(1))).toBeLessThan(Math.min(...timesOf(2)));
  });

  test('asks for nothing that nobody had met, and nobody without a past', () => {
    const past = Array.from({ length: 16 }, (_zero, i): Event => [i % 4, i % 5, i]);
    const split = splitDataset(
      datasetOf([
        ...past,
        [0, 5, 16], // nobody met item 5 before
        [1, 2, 17],
        [2, 5, 18], // … but now user 0 has
        [9, 1, 19], // user 9 comes from nowhere
      ]),
      'temporal',
      1,
    );
    expect(split.validation.map(({ query }) => query.user)).toEqual([1]);
    expect(split.test.map(plain)).toEqual([{ user: 2, past: [2, 1, 0, 4], relevant: [5] }]);
  });

  test('someone met after the first cut is a stranger, with a history', () => {
    const past = Array.from({ length: 16 }, (_zero, i): Event => [i % 4, i % 5, i]);
    const split = splitDataset(
      datasetOf([...past, [7, 1, 16], [0, 1, 17], [7, 2, 18], [7, 1, 19]]),
      'temporal',
      1,
    );
    // Item 1 is in the query already, so only item 2 is left to find.
    expect(split.test.map(plain)).toEqual([{ user: null, past: [1], relevant: [2] }]);
  });

  test('needs times', () => {
    const dataset = datasetOf(early.map(([user, item]): Event => [user, item]));
    expect(() => splitDataset(dataset, 'temporal', 1)).toThrow(
      expect.objectContaining({ name: 'DataError', message: expect.stringContaining('times') }),
    );
  });
});

describe('leave one out', () => {
  const dataset = datasetOf([
    [0, 0, 9], // the newest of user 0, though first in the file
    [0, 1, 5],
    [0, 2, 7],
    [0, 3, 1],
    [1, 2, 4], // the last two of user 1 share a moment
    [1, 3, 4],
    [1, 0, 2],
    [2, 0, 1], // user 2 has too little
    [2, 1, 2],
  ]);

  test('holds back the last two of everyone who has three', () => {
    const split = splitDataset(dataset, 'leave-one-out', 1);
    expect(split.validation.map(plain)).toEqual([
      { user: 0, past: [3, 1], relevant: [2] },
      { user: 1, past: [0], relevant: [2] },
    ]);
    expect(split.test.map(plain)).toEqual([
      { user: 0, past: [3, 1, 2], relevant: [0] },
      { user: 1, past: [0, 2], relevant: [3] },
    ]);
    expect(Array.from(split.train.itemOf)).toEqual([3, 1, 0, 0, 1]);
  });

  test('goes by place in the file where there are no times', () => {
    const timeless = datasetOf([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [0, 3],
    ]);
    const split = splitDataset(timeless, 'leave-one-out', 1);
    expect(split.parts).toEqual(Uint8Array.of(0, 0, 1, 2, 0, 0, 1, 2));
  });
});

describe('at random', () => {
  const lengths = [1, 2, 4, 9, 10, 19, 25, 30];
  const dataset = datasetOf(
    lengths.flatMap((length, user) => Array.from({ length }, (_zero, item): Event => [user, item])),
  );

  test('holds back a tenth of everyone’s, rounded down but at least one, twice', () => {
    const { parts } = splitDataset(dataset, 'random', 1);
    const counts = lengths.map((_length, user) =>
      [0, 1, 2].map(
        (part) => parts.filter((p, event) => p === part && dataset.userOf[event] === user).length,
      ),
    );
    expect(counts).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [2, 1, 1],
      [7, 1, 1],
      [8, 1, 1],
      [17, 1, 1],
      [21, 2, 2],
      [24, 3, 3],
    ]);
  });

  test('holds back the same for the same seed', () => {
    const partsOf = (seed: number) => splitDataset(dataset, 'random', seed).parts;
    expect(partsOf(1)).toEqual(partsOf(1));
    expect(partsOf(1)).not.toEqual(partsOf(2));
  });

  test('holds back any interaction as often as any other', () => {
    const held = new Float64Array(30);
    const first = dataset.offsets[7];
    for (let seed = 0; seed < 400; seed++) {
      const { parts } = splitDataset(dataset, 'random', seed);
      held.forEach((_n, i) => (held[i] += Number(parts[first + i] === 2)));
    }
    // 40 each, with a standard deviation of 6.
    expect(Math.min(...held)).toBeGreaterThan(15);
    expect(Math.max(...held)).toBeLessThan(65);
  });
});

describe.each<SplitName>(['temporal', 'leave-one-out', 'random'])('%s', (protocol) => {
  const dataset = twoTastes({ users: 30, items: 40, chosen: 12 });
  const split = splitDataset(dataset, protocol, 1);

  test('puts every interaction in one part', () => {
    const all = [0, 1, 2].flatMap((part) => eventsIn(split, dataset, part));
    const expected = Array.from(
      dataset.userOf,
      (user, event) => `${user}:${dataset.itemOf[event]}`,
    );
    expect(all.toSorted()).toEqual(expected.toSorted());
    expect(Math.min(...countParts(split))).toBeGreaterThan(0);
  });

  test('asks for nothing that was learned from or is in the query', () => {
    for (const [part, holdouts] of [split.validation, split.test].entries()) {
      const held = new Set(eventsIn(split, dataset, part + 1));
      for (const { query, relevant } of holdouts) {
        for (const item of relevant.keys()) {
          expect(held.has(`${query.user}:${item}`)).toBe(true);
          expect(historyOf(split.train, query.user!).items).not.toContain(item);
          expect(query.history.items).not.toContain(item);
        }
      }
    }
  });

  test('tests with all that came before the test as history', () => {
    for (const { query } of split.test) {
      const user = query.user!;
      const before = Array.from(historyOf(dataset, user).items).filter(
        (_item, i) => split.parts[dataset.offsets[user] + i] < 2,
      );
      expect(Array.from(query.history.items)).toEqual(before);
      expect(query.history.values.every((value) => value === 1)).toBe(true);
    }
  });

  test('gives the same again', () => {
    expect(splitDataset(dataset, protocol, 1).parts).toEqual(split.parts);
    expect(split.protocol).toBe(protocol);
  });
});

describe('the choice of a protocol', () => {
  /** Everyone does one thing a day, ten days long. */
  const daily = (users: number, hasTimes = true): Dataset =>
    datasetOf(
      Array.from({ length: 10 * users }, (_zero, row): Event => {
        const [day, user] = [Math.floor(row / users), row % users];
        return hasTimes ? [user, (user + day) % 50, row] : [user, (user + day) % 50];
      }),
    );

  test.each<[string, Dataset, SplitName]>([
    ['by time where 500 users can be tested so', daily(500), 'temporal'],
    ['leave one out where there are fewer', daily(499), 'leave-one-out'],
    ['random where there are no times', daily(500, false), 'random'],
  ])('is %s', (_why, dataset, protocol) => {
    expect(splitDataset(dataset, 'auto', 1).protocol).toBe(protocol);
  });

  test.each<[string, Dataset, SplitName | 'auto']>([
    [
      'two interactions each',
      datasetOf([
        [0, 0, 1],
        [0, 1, 2],
        [1, 0, 3],
        [1, 1, 4],
      ]),
      'leave-one-out',
    ],
    [
      'two interactions without times',
      datasetOf(Array.from({ length: 2 }, (_z, i): Event => [0, i])),
      'auto',
    ],
    ['nothing at all', datasetOf([], { users: 1, items: 1 }), 'auto'],
    [
      'a test part of newcomers only',
      datasetOf(Array.from({ length: 20 }, (_z, i): Event => [i, 0, i])),
      'temporal',
    ],
  ])('is refused for %s', (_what, dataset, protocol) => {
    expect(() => splitDataset(dataset, protocol, 1)).toThrow(
      expect.objectContaining({
        name: 'DataError',
        message: expect.stringContaining('too little'),
      }),
    );
  });
});

describe('data can be tested', () => {
  const pairs = (users: number): Event[] =>
    Array.from({ length: 2 * users }, (_zero, i) => [i % users, Math.floor(i / users), i]);

  test.each<[string, Event[], boolean]>([
    ['where one user has three interactions', [...pairs(2), [0, 2, 9]], true],
    ['not where nobody has', pairs(20), false],
    ['but where a split by time has users enough', pairs(6000), true],
  ])('%s', (_when, events, expected) => {
    const dataset = datasetOf(events);
    expect(canBeTested(dataset)).toBe(expected);
    const split = () => splitDataset(dataset, 'auto', 1);
    if (expected) expect(split().test.length).toBeGreaterThan(0);
    else expect(split).toThrow(/too little/);
  });
});
