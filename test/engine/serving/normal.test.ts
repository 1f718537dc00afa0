import { expect, test } from 'vitest';
import { chanceOfHighest, cumulative } from '../../../src/engine/serving/normal';

const chances = (means: number[], deviations: number[]) =>
  means.map((_mean, place) =>
    chanceOfHighest(place, Float64Array.from(means), Float64Array.from(deviations)),
  );

test('knows the normal distribution', () => {
  expect(cumulative(0)).toBeCloseTo(0.5, 7);
  expect(cumulative(1.959964)).toBeCloseTo(0.975, 6);
  expect(cumulative(-1)).toBeCloseTo(0.1586553, 6);
  expect([cumulative(Infinity), cumulative(-40)]).toEqual([1, 0]);
});

test('of two it is that of their difference being above 0', () => {
  const [first, second] = chances([1, 0.2], [0.5, 0.3]);
  expect(first).toBeCloseTo(cumulative(0.8 / Math.hypot(0.5, 0.3)), 6);
  expect(first + second).toBeCloseTo(1, 6);
});

test.each([
  ['as many who are alike have the same', [0, 0, 0, 0], [1, 1, 1, 1]],
  ['one that is sure stands against others that are not', [1, 0.9, 0, -1], [0, 1, 0.01, 2]],
  ['one that is gone has none', [0.1, -Infinity, 0.3], [0.2, 1, 0.02]],
] as const)('all chances sum to one: %s', (_what, means, deviations) => {
  const all = chances([...means], [...deviations]);
  expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 2);
  expect(all.every((chance) => chance >= 0)).toBe(true);
});
