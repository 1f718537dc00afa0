import { expect, test } from 'vitest';
import { keepCore, sizeOfCore } from '../../../src/engine/data/k-core';
import { finish } from '../../../src/kernels/turns';
import { datasetOf, type Event } from '../../fixtures/events';

/** Three people who chose the same three things, and a chain that hangs on them. */
const block: Event[] = [0, 1, 2].flatMap((user) => [0, 1, 2].map((item): Event => [user, item]));
const chain: Event[] = [
  [3, 2],
  [3, 3],
  [4, 3],
  [4, 4],
];
const dataset = datasetOf([...block, ...chain]);

test('everyone left has enough, those included who lost something to others', () => {
  const core = keepCore(dataset, 2);
  expect(new Set(core.userOf)).toEqual(new Set([0, 1, 2]));
  expect(Array.from(core.rows)).toEqual(block.map((_event, row) => row));
  expect(core.items.size).toBe(dataset.items.size);
  expect(finish(sizeOfCore(dataset, 2))).toEqual({ users: 3, items: 3, interactions: 9 });
});

test('nothing is left where nobody has enough', () => {
  expect(keepCore(dataset, 4).itemOf).toHaveLength(0);
  expect(finish(sizeOfCore(dataset, 4))).toEqual({ users: 0, items: 0, interactions: 0 });
});

test.each([null, 1])('a core of %s is everything', (k) => {
  expect(keepCore(dataset, k)).toBe(dataset);
});
