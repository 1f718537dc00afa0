import { expect, test } from 'vitest';
import { serve } from '../../../src/engine/serving/serve';
import { doubtsOf } from '../../../src/engine/serving/thompson';
import { createRandom } from '../../../src/kernels/random';
import { shelf, wanting } from '../../fixtures/shelf';

const scores = Float32Array.of(6, 5, 4, 3, 2, 1);
const list = (exploration: number, seed = 1, diversity = 0) =>
  serve(
    scores,
    3,
    shelf,
    wanting({ exploration, diversity, explorer: 'thompson' }),
    createRandom(seed),
  );

test('shows the exact list where the share is 0, with certainty', () => {
  const { items, propensities, by } = list(0);
  expect([...items]).toEqual([0, 1, 2]);
  expect([...propensities]).toEqual([1, 1, 1]);
  expect(by).toEqual(['score', 'score', 'score']);
});

test('is the same with the same seed, and shows nothing twice', () => {
  expect(list(1, 7)).toEqual(list(1, 7));
  expect(new Set(list(1, 7).items).size).toBe(3);
});

test.each([0, 0.4])(
  'says how likely each was, as often as it happens: diversity %d',
  (diversity) => {
    const draws = Array.from({ length: 3000 }, (_zero, seed) => list(1, seed, diversity));
    const share = (of: typeof draws, place: number, item: number): number =>
      of.filter(({ items }) => items[place] === item).length / of.length;
    const seen = new Set<number>();
    for (const { items, propensities } of draws) {
      const [first, second] = items;
      if (seen.has(first)) continue;
      seen.add(first);
      expect(share(draws, 0, first)).toBeCloseTo(propensities[0], 1.3);
      const alike = draws.filter((draw) => draw.items[0] === first);
      if (alike.length > 500) expect(share(alike, 1, second)).toBeCloseTo(propensities[1], 1);
    }
    expect(seen.size).toBeGreaterThan(2);
  },
);

test('doubts what few have chosen more, and tries it more often', () => {
  expect([...doubtsOf(Int32Array.of(4, 0), shelf.counts, 0.5)]).toEqual([0.5, 0.5 / 9]);
  const draws = Array.from({ length: 500 }, (_zero, seed) => list(0.5, seed));
  const tries = (item: number): number => draws.filter(({ items }) => items.includes(item)).length;
  expect(tries(4)).toBeGreaterThan(tries(3)); // scored lower, but nobody chose it yet
});
