import { expect, test } from 'vitest';
import { explore } from '../../../src/engine/serving/explore';
import { createRandom } from '../../../src/kernels/random';

const [ranked, others] = [Int32Array.of(0, 1, 2), Int32Array.of(3, 4)];
const draw = (share: number, seed = 1) => explore(ranked, others, 3, share, createRandom(seed));

test('shows the ranking with certainty where no place is given by lot', () => {
  expect(draw(0)).toEqual({
    items: ranked,
    propensities: Float64Array.of(1, 1, 1),
    byLot: [false, false, false],
  });
});

test('is the same with the same seed', () => {
  expect(draw(0.5, 7)).toEqual(draw(0.5, 7));
});

test('says how likely each was, as often as it happens', () => {
  const draws = Array.from({ length: 4000 }, (_zero, seed) => draw(0.4, seed));
  for (const item of [0, 3]) {
    const first = draws.filter(({ items }) => items[0] === item);
    const claimed = item === 0 ? 0.6 + 0.4 / 5 : 0.4 / 5;
    expect(first[0].propensities[0]).toBeCloseTo(claimed, 12);
    expect(first.length / draws.length).toBeCloseTo(claimed, 1);
  }
  const [{ items, propensities }] = draws.filter(({ items }) => items[0] === 3);
  expect(propensities[1]).toBeCloseTo(items[1] === 0 ? 0.6 + 0.4 / 4 : 0.4 / 4, 12);
});

test('shows nothing twice, and gives all places by lot where it is asked to', () => {
  const { items, propensities } = draw(1, 3);
  expect(new Set(items).size).toBe(3);
  expect(propensities).toEqual(Float64Array.of(1 / 5, 1 / 4, 1 / 3));
});
