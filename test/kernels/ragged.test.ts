import { beforeAll, expect, test } from 'vitest';
import { layEndToEnd, roomFor } from '../../src/kernels/ragged';
import { startInNode } from '../fixtures/start-backend';

beforeAll(async () => void (await startInNode('cpu')));

test('positions know where their sequence begins and ends; the tail belongs to none', async () => {
  const { offsets, size, starts, ends } = layEndToEnd([2, 0, 3], 7);
  expect(Array.from(offsets)).toEqual([0, 2, 2, 5]);
  expect(size).toBe(7);
  expect(Array.from(await starts.data())).toEqual([0, 0, 2, 2, 2, 5, 6]);
  expect(Array.from(await ends.data())).toEqual([2, 2, 5, 5, 5, 5, 6]);
});

test.each([
  [0, 32],
  [1, 32],
  [32, 32],
  [250, 256],
  [1000, 1024],
  [2049, 2176],
  [16_000, 16_384],
])('%d positions are given room for %d', (positions, room) => {
  expect(roomFor(positions)).toBe(room);
});
