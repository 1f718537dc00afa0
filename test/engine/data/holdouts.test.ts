import { describe, expect, test } from 'vitest';
import { filterEvents, type Dataset } from '../../../src/engine/data/dataset';
import { holdoutsOf, type Holdout } from '../../../src/engine/data/holdouts';
import { splitByParts, splitDataset, type SplitName } from '../../../src/engine/data/split';
import { datasetOf, type Event } from '../../fixtures/events';
import { twoTastes } from '../../fixtures/two-tastes';

const plain = ({ user, query, relevant }: Holdout) => ({
  user,
  past: Array.from(query.history.items),
  relevant: [...relevant.keys()],
});

/** Splits events that are followed by their part. */
function splitOf(
  protocol: SplitName,
  ...events: (readonly [user: number, item: number, part: number])[]
) {
  const dataset = datasetOf(events.map(([user, item]): Event => [user, item]));
  const parts = Uint8Array.from(dataset.rows, (row) => events[row][2]);
  return splitByParts(dataset, parts, { protocol, seed: 1, scale: [-1, 1] });
}

const events = [
  [0, 0, 0],
  [0, 1, 1],
  [0, 2, 2], // nobody had met item 2
  [0, 3, 2],
  [1, 3, 0],
  [1, 0, 2],
  [1, 3, 2], // is in the query already
  [2, 1, 2], // user 2 has no past
  [2, 2, 2],
] as const;

describe('newcomers', () => {
  const { test: headline, cold } = splitOf('temporal', ...events);

  test('are slices of their own by time: people without a past, items that nobody had met', () => {
    expect(cold.users.map(plain)).toEqual([{ user: 2, past: [], relevant: [1] }]);
    expect(cold.items.map(plain)).toEqual([
      { user: 0, past: [0, 1], relevant: [2] },
      { user: 2, past: [], relevant: [2] },
    ]);
  });

  test('leave the headline to the others', () => {
    expect(headline.map(plain)).toEqual([
      { user: 0, past: [0, 1], relevant: [3] },
      { user: 1, past: [3], relevant: [0] },
    ]);
  });

  test('among items are in the headline too, where the protocol knows no time', () => {
    const random = splitOf('random', ...events);
    expect(random.test.map(plain)[0]).toEqual({ user: 0, past: [0, 1], relevant: [2, 3] });
    expect(random.cold).toEqual(cold);
  });
});

test('no interaction of the test is lost by time, but for what is in its query', () => {
  const sparse = datasetOf(
    Array.from({ length: 300 }, (_zero, i): Event => [(i * i) % 67, (i * 7 + (i % 13)) % 151, i]),
  );
  for (const dataset of [sparse, twoTastes()]) {
    const { test: headline, cold, parts } = splitDataset(dataset, 'temporal', 1);
    const found = [headline, cold.users, cold.items].map((holdouts) =>
      holdouts.reduce((sum, { relevant }) => sum + relevant.size, 0),
    );
    expect(found[0] + found[1] + found[2]).toBe(testPairs(dataset, parts));
  }
});

/** How many different pairs of user and item are in the test, and not before. */
function testPairs({ userOf, itemOf }: Dataset, parts: Uint8Array): number {
  const pairsIn = (isIn: (part: number) => boolean): Set<string> =>
    new Set(
      Array.from(parts.keys())
        .filter((event) => isIn(parts[event]))
        .map((event) => `${userOf[event]}:${itemOf[event]}`),
    );
  const earlier = pairsIn((part) => part < 2);
  return [...pairsIn((part) => part === 2)].filter((pair) => !earlier.has(pair)).length;
}

test('of those whom nothing has been learned from, their columns are known', () => {
  const base = datasetOf([
    [0, 0],
    [1, 1],
    [2, 0],
    [3, 1],
    [4, 0],
    [5, 0],
  ]);
  const cells = Int32Array.of(0, 1, 0, 1, 0, 0);
  const people = [{ name: 'sex', values: ['F', 'M'], cells }];
  const parts = Uint8Array.of(0, 0, 0, 0, 0, 2);
  const judging = { parts, train: filterEvents(base, (event) => parts[event] === 0) };
  const holdoutsWith = (known: Dataset['people']) =>
    holdoutsOf(
      { ...base, people: known },
      { ...judging, train: { ...judging.train, people: known }, protocol: 'temporal' },
      2,
    );
  const [newcomer] = holdoutsWith(people).cold.users;
  expect(newcomer.user).toBe(5);
  // The unknown; the rare, as men are here; and women.
  expect(Array.from(newcomer.query.features!)).toEqual([0, 0, 1]);
  expect(holdoutsWith([]).cold.users[0].query.features).toBe(null);
});
