import { expect, test } from 'vitest';
import { serve } from '../../../src/engine/serving/serve';
import { createRandom } from '../../../src/kernels/random';
import { shelf, wanting } from '../../fixtures/shelf';

// Item 1 was seen.
const scores = Float32Array.of(6, -Infinity, 4, 3, 2, 1);
const list = (controls: Parameters<typeof wanting>[0], k = 3) =>
  serve(scores, k, shelf, wanting(controls), createRandom(1));

test('is the ranking of the model where nothing is asked for', () => {
  const { items, places, propensities, by, ...rest } = list({});
  expect([...items]).toEqual([0, 2, 3]);
  expect([...rest.scores]).toEqual([6, 4, 3]);
  expect([...places]).toEqual([0, 1, 2]);
  expect([...propensities]).toEqual([1, 1, 1]);
  expect(by).toEqual(['score', 'score', 'score']);
});

test('says what was left out, and where what is shown would have been', () => {
  const { items, places, leftOut } = list({ genres: ['comedy'] });
  expect([...items]).toEqual([3, 4]);
  expect([...places]).toEqual([2, 3]);
  expect(leftOut.genres).toBe(3);
});

test('puts pins first, past all filters, but never shows what was seen', () => {
  const { items, by } = list({ pinned: [5, 1, 4], text: 'a' });
  expect([...items]).toEqual([5, 4, 0]);
  expect(by).toEqual(['pin', 'pin', 'score']);
});

test('has room for no more than what was asked for', () => {
  expect([...list({ pinned: [5, 4, 3, 2] }).items]).toEqual([5, 4, 3]);
});

test('adjusts before it makes diverse', () => {
  expect([...list({ lessLike: [1] }).items]).toEqual([3, 0, 4]);
  expect([...list({ diversity: 0.6 }).items].slice(0, 2)).toEqual([0, 3]);
});

test('gives places by lot among all that pass the filters', () => {
  const { items, by, propensities } = list({ exploration: 1, blockedGenres: ['comedy'] });
  expect([...items].sort()).toEqual([0, 2, 5]);
  expect(by).toContain('lot');
  expect(propensities[0]).toBeCloseTo(1 / 3, 12);
});

test('orders what scores the same by popularity', () => {
  const same = serve(new Float32Array(6), 4, shelf, wanting({}), createRandom(1));
  expect([...same.items]).toEqual([0, 1, 3, 5]);
  expect([...same.places]).toEqual([0, 1, 2, 3]);
});
