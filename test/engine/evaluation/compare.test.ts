import { describe, expect, test } from 'vitest';
import {
  bootstrapIntervals,
  correctForSeveral,
  meanDifference,
} from '../../../src/engine/evaluation/compare';
import { createRandom } from '../../../src/kernels/random';

/** `n` numbers around `mean`. */
function sample(n: number, mean: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: n }, () => mean + random.normal());
}

const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('a bootstrap interval', () => {
  const values = sample(400, 3, 1);
  const { ndcg: interval } = bootstrapIntervals({ ndcg: values });

  test('is about as wide as theory says, around the mean', () => {
    const half = 1.96 / Math.sqrt(400);
    expect(Math.abs(interval[0] - (meanOf(values) - half))).toBeLessThan(0.02);
    expect(Math.abs(interval[1] - (meanOf(values) + half))).toBeLessThan(0.02);
  });

  test('shrinks with the square root of the number of users', () => {
    const widthOf = (n: number) => {
      const [low, high] = bootstrapIntervals({ x: sample(n, 0, 2) }).x;
      return high - low;
    };
    expect(widthOf(100) / widthOf(1600)).toBeGreaterThan(3);
    expect(widthOf(100) / widthOf(1600)).toBeLessThan(5.3);
  });

  test('covers the truth in about 95 of 100 samples', () => {
    let covered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const [low, high] = bootstrapIntervals({ x: sample(60, 0, 100 + seed) }).x;
      covered += Number(low <= 0 && 0 <= high);
    }
    expect(covered).toBeGreaterThanOrEqual(87);
    expect(covered).toBeLessThan(100);
  });

  test('is the same again, whatever else is measured beside it', () => {
    expect(bootstrapIntervals({ ndcg: values })).toEqual({ ndcg: interval });
    const beside = bootstrapIntervals({ hr: sample(400, 1, 5), ndcg: values });
    expect(beside.ndcg).toEqual(interval);
  });

  test('of equal numbers is that number', () => {
    expect(bootstrapIntervals({ x: new Float64Array(9).fill(0.5) }).x).toEqual([0.5, 0.5]);
  });

  test('of no metrics is none', () => {
    expect(bootstrapIntervals({})).toEqual({});
  });
});

describe('a paired difference', () => {
  const baseline = sample(300, 0, 3);
  const better = baseline.map((value, user) => value + 0.02 + 0.01 * (user % 2));

  test('sees a small gain that everyone has, which separate intervals would not', () => {
    const { mean, interval, p } = meanDifference(better, baseline);
    expect(mean).toBeCloseTo(0.025, 10);
    expect(interval[0]).toBeGreaterThan(0.02);
    expect(interval[1]).toBeLessThan(0.03);
    expect(p).toBeLessThan(1e-6);
    const own = bootstrapIntervals({ better, baseline });
    expect(own.better[0]).toBeLessThan(own.baseline[1]);
  });

  test('is not sure about luck', () => {
    const { interval, p } = meanDifference(sample(300, 0, 4), baseline);
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0);
    expect(p).toBeGreaterThan(0.05);
  });

  test('changes its sign with its sides', () => {
    const other = sample(300, 1, 4);
    const { mean } = meanDifference(baseline, other);
    expect(mean).toBeCloseTo(-meanDifference(other, baseline).mean, 12);
  });

  test('is harder to believe among several', () => {
    const other = sample(300, 0.15, 6);
    const others = [baseline, sample(300, 0.1, 7), sample(300, 0.1, 8)];
    const [alone, ...rest] = others.map((each) => meanDifference(other, each));
    const [among] = correctForSeveral([alone, ...rest]);
    expect(among.p).toBeGreaterThan(alone.p);
    expect(among.interval).toEqual(alone.interval);
  });
});
