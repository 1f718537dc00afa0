import { describe, expect, test } from 'vitest';
import {
  countWindows,
  eventBatches,
  recentItems,
  sequenceBatches,
  tripleBatches,
} from '../../../src/engine/data/batches';
import { historyOf } from '../../../src/engine/data/dataset';
import { uniformNegatives } from '../../../src/engine/data/negatives';
import { createRandom } from '../../../src/kernels/random';
import { datasetOf, type Event } from '../../fixtures/events';
import { twoTastes } from '../../fixtures/two-tastes';

/** Users with 7, 1, 0, 2 and 4 interactions; every item is chosen once, so that an item names its event. */
const lengths = [7, 1, 0, 2, 4];
const ragged = datasetOf(
  lengths
    .flatMap((length, user) => new Array<number>(length).fill(user))
    .map((user, item): Event => [user, item]),
  { users: 5 },
);

test('ratings come once each, as they were given', () => {
  const { items, userOf, itemOf } = ragged;
  const dataset = { ...ragged, values: Float32Array.from(itemOf, (item) => item / items.size) };
  const batches = [...eventBatches(dataset, 4, createRandom(1))];
  expect(batches.map(({ size }) => size)).toEqual([4, 4, 4, 2]);
  const rows = batches.flatMap(({ users, items, values }) =>
    Array.from(users, (user, i) => [items[i], user, values[i]]),
  );
  const all = Array.from(itemOf, (item, event) => [item, userOf[event], dataset.values[event]]);
  expect(rows.sort(([a], [b]) => a - b)).toEqual(all.sort(([a], [b]) => a - b));
});

test('triples have as many negatives as are wanted, round by round', () => {
  const dataset = twoTastes({ users: 6, items: 10, chosen: 3 });
  const sampler = uniformNegatives(dataset);
  for (const { size, users, items } of tripleBatches(dataset, 4, sampler, createRandom(1), 3)) {
    expect(items.length).toBe(4 * size);
    items.subarray(size).forEach((item, i) => {
      expect(historyOf(dataset, users[i % size]).items).not.toContain(item);
    });
    expect(new Set(items.subarray(size)).size).toBeGreaterThan(1);
  }
});

describe('triples', () => {
  const dataset = twoTastes({ users: 6, items: 10, chosen: 3 });
  const batchesOf = (seed: number, size = 4) => [
    ...tripleBatches(dataset, size, uniformNegatives(dataset), createRandom(seed)),
  ];

  test('hold every interaction once, beside an item its user did not choose', () => {
    const batches = batchesOf(1);
    expect(batches.map(({ size }) => size)).toEqual([4, 4, 4, 4, 2]);
    const pairs = batches.flatMap(({ users, items }) =>
      Array.from(users, (user, i) => `${user}:${items[i]}`),
    );
    const all = Array.from(dataset.userOf, (user, event) => `${user}:${dataset.itemOf[event]}`);
    expect(pairs.toSorted()).toEqual(all.toSorted());
    for (const { users, items, size } of batches) {
      users.forEach((user, i) => {
        expect(historyOf(dataset, user).items).not.toContain(items[size + i]);
      });
    }
  });

  test('can have several such items each, round by round, and say which interactions they are', () => {
    const sampler = uniformNegatives(dataset);
    for (const batch of tripleBatches(dataset, 4, sampler, createRandom(1), 3)) {
      const { size, events, users, items } = batch;
      expect(items.length).toBe(4 * size);
      expect(Array.from(events, (event) => dataset.userOf[event])).toEqual(Array.from(users));
      items.forEach((item, place) => {
        const chosen = historyOf(dataset, users[place % size]).items;
        expect(chosen.includes(item)).toBe(place < size);
      });
    }
  });

  test('come in an order that depends on the seed alone', () => {
    expect(batchesOf(1)).toEqual(batchesOf(1));
    expect(batchesOf(1)).not.toEqual(batchesOf(2));
  });
});

describe('sequences', () => {
  const options = { batchSize: 2, length: 3 };
  const batches = [...sequenceBatches(ragged, options, createRandom(1))];
  /** `[items, targets]` of every stretch, by its newest target. */
  const stretches = batches
    .flatMap(({ lengths, items, targets }) => {
      let place = 0;
      return Array.from(lengths, (length) => {
        place += length;
        return [items, targets].map((all) => Array.from(all.slice(place - length, place)));
      });
    })
    .toSorted(([, a], [, b]) => a.at(-1)! - b.at(-1)!);

  test('are cut from the newest end', () => {
    expect(stretches).toEqual([
      [
        [0, 1, 2],
        [1, 2, 3],
      ],
      [
        [3, 4, 5],
        [4, 5, 6],
      ],
      [[8], [9]],
      [
        [10, 11, 12],
        [11, 12, 13],
      ],
    ]);
  });

  test('have one target for every interaction but a user’s first', () => {
    const targets = stretches.flatMap(([, stretch]) => stretch);
    const firsts = [0, 7, 8, 10];
    const expected = Array.from(ragged.itemOf).filter((item) => !firsts.includes(item));
    expect(targets).toEqual(expected);
    expect(batches.reduce((sum, { size }) => sum + size, 0)).toBe(expected.length);
  });

  test('end where nothing was chosen for longer than the gap', () => {
    const times = [1, 2, 9, 10, 11, 30, NaN, 90];
    const sessions = datasetOf(times.map((time, item): Event => [0, item, time]));
    const cut = { length: 5, gap: 5 };
    const [{ items, targets, lengths }] = sequenceBatches(
      sessions,
      { ...cut, batchSize: 9 },
      createRandom(1),
    );
    // An unknown time comes first, and cuts nothing.
    expect([...targets].toSorted()).toEqual([0, 1, 3, 4]);
    expect([...items].toSorted()).toEqual([0, 2, 3, 6]);
    expect([...lengths]).toHaveLength(countWindows(sessions, cut));
  });

  test('come in as many batches as were announced', () => {
    const three = [...sequenceBatches(ragged, { batchSize: 3, length: 3 }, createRandom(1))];
    expect(three.map(({ lengths }) => lengths.length)).toEqual([2, 2]);
    for (const length of [1, 2, 3, 6, 50]) {
      const each = [...sequenceBatches(ragged, { batchSize: 1, length }, createRandom(1))];
      expect(each.length).toBe(countWindows(ragged, { length }));
      expect(each.every(({ size }) => size > 0)).toBe(true);
    }
  });

  test('come in batches with about as many items each', () => {
    const many = Array.from({ length: 40 }, (_zero, user) => 2 + (user % 20));
    const events = many.flatMap((length, user) =>
      Array.from({ length }, (_zero, item): Event => [user, item]),
    );
    const sizes = [
      ...sequenceBatches(datasetOf(events), { batchSize: 8, length: 50 }, createRandom(2)),
    ].map(({ size }) => size);
    expect(sizes.length).toBe(5);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(20);
  });

  test('are shuffled by the seed', () => {
    const order = (seed: number) =>
      [...sequenceBatches(ragged, { batchSize: 1, length: 1 }, createRandom(seed))].map(
        ({ targets }) => targets[0],
      );
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
  });
});

describe('recent items', () => {
  const history = (items: number[], values: number[]) => ({
    items: Int32Array.from(items),
    values: Float32Array.from(values),
    timestamps: new Float64Array(items.length).fill(NaN),
  });
  const histories = [
    history([1, 2, 3, 4, 5], [1, 1, -1, 0.5, 1]),
    history([], []),
    history([6, 7], [0, 1]),
  ];

  test.each([
    [1, [1, 0, 1], [5, 7]],
    [3, [3, 0, 1], [2, 4, 5, 7]],
    [50, [4, 0, 1], [1, 2, 4, 5, 7]],
  ])('are the newest %i that were liked', (length, lengths, items) => {
    const recent = recentItems(histories, { length });
    expect(Array.from(recent.lengths)).toEqual(lengths);
    expect(Array.from(recent.items)).toEqual(items);
  });

  test('are of the newest session alone', () => {
    const timed = {
      ...history([1, 2, 3, 4], [1, 1, 1, 1]),
      timestamps: Float64Array.of(1, 9, 10, 11),
    };
    expect(Array.from(recentItems([timed], { length: 9, gap: 5 }).items)).toEqual([2, 3, 4]);
    expect(Array.from(recentItems([timed], { length: 9, gap: 8 }).items)).toEqual([1, 2, 3, 4]);
  });

  test('of nobody are none', () => {
    expect(recentItems([], { length: 50 }).items.length).toBe(0);
  });
});
