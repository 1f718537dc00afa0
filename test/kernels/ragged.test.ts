import { beforeAll, expect, test } from 'vitest';
import { layEndToEnd } from '../../src/kernels/ragged';
import { startInNode } from '../fixtures/start-backend';

beforeAll(async () => void (await startInNode('cpu')));

test('positions know where their sequence begins and ends; the tail belongs to none', async () => {
  const { offsets, size, starts, ends } = layEndToEnd([2, 0, 3], 7);
  expect(Array.from(offsets)).toEqual([0, 2, 2, 5]);
  expect(size).toBe(7);
  expect(Array.from(await starts.data())).toEqual([0, 0, 2, 2, 2, 5, 6]);
  expect(Array.from(await ends.data())).toEqual([2, 2, 5, 5, 5, 5, 6]);
});
