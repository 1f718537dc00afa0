import { expect, test } from 'vitest';
import { debiasedNdcg, inversePropensities } from '../../../src/engine/evaluation/debiased';
import { metrics } from '../../../src/engine/evaluation/metrics';

const relevantTo = (...items: number[]) => new Map(items.map((item) => [item, 1]));
const weights = inversePropensities(Float32Array.of(16, 1, 0, 1));

test('a find weighs n to the power of -1.25, and what nobody chose as one choice', () => {
  expect(Array.from(weights)).toEqual([1 / 32, 1, 1, 1]);
});

test('finding the rare item is worth more than finding the popular one', () => {
  const both = relevantTo(0, 1);
  const popular = debiasedNdcg(Int32Array.of(0, 2), both, weights, 5);
  const rare = debiasedNdcg(Int32Array.of(1, 2), both, weights, 5);
  const ideal = 1 + 1 / 32 / Math.log2(3);
  expect(rare).toBeCloseTo(1 / ideal, 12);
  expect(popular).toBeCloseTo(1 / 32 / ideal, 12);
});

test('is NDCG where all items are chosen alike', () => {
  const alike = inversePropensities(new Float32Array(4).fill(9));
  const hits = [false, true, true];
  expect(debiasedNdcg(Int32Array.of(2, 1, 0), relevantTo(0, 1), alike, 3)).toBeCloseTo(
    metrics.ndcg(hits, 2, 3),
    12,
  );
});

test('is 1 for the best order in as many places as there are', () => {
  expect(debiasedNdcg(Int32Array.of(1, 0), relevantTo(0, 1), weights, 2)).toBe(1);
  expect(debiasedNdcg(Int32Array.of(1, 0), relevantTo(0, 1), weights, 1)).toBe(1);
  expect(debiasedNdcg(Int32Array.of(), relevantTo(0), weights, 5)).toBe(0);
});
