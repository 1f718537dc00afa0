import { describe, expect, test } from 'vitest';
import { holm, pairedTTest } from '../../../src/engine/evaluation/significance';
import { createRandom } from '../../../src/kernels/random';
import { goldenEvaluation } from '../../fixtures/golden-evaluation';

describe('the paired t test', () => {
  test.each(goldenEvaluation.significance)('gives SciPy’s p value: $p', ({ differences, p }) => {
    const found = pairedTTest(Float64Array.from(differences));
    expect(Math.abs(found / p - 1)).toBeLessThan(1e-9);
  });

  test('of one degree of freedom is Cauchy’s', () => {
    // t = 1: a quarter of the distribution lies beyond it on either side.
    expect(pairedTTest(Float64Array.of(0, 1))).toBeCloseTo(1 / 2, 12);
  });

  test('does not care which side is taken from which', () => {
    const differences = Float64Array.of(0.1, -0.3, 0.5, 0.2, 0.05);
    expect(pairedTTest(differences.map((d) => -d))).toBe(pairedTTest(differences));
  });

  test('finds nothing in no difference, or in one user', () => {
    expect(pairedTTest(new Float64Array(50))).toBe(1);
    expect(pairedTTest(Float64Array.of(3))).toBe(1);
    expect(pairedTTest(new Float64Array())).toBe(1);
  });

  test('is certain of a gain that everybody has', () => {
    expect(pairedTTest(new Float64Array(50).fill(0.5))).toBe(0);
  });

  test('is below 5 % about 5 times in 100 where there is nothing to find', () => {
    const random = createRandom(3);
    const ps = Array.from({ length: 1000 }, () =>
      pairedTTest(Float64Array.from({ length: 40 }, () => random.normal())),
    );
    const found = ps.filter((p) => p < 0.05).length;
    expect(found).toBeGreaterThan(25);
    expect(found).toBeLessThan(80);
  });
});

describe('Holm’s correction', () => {
  test('multiplies by how many are left, and never falls', () => {
    const { p, corrected } = goldenEvaluation.holm;
    holm(p).forEach((value, i) => expect(value).toBeCloseTo(corrected[i], 12));
  });

  test('changes nothing for one comparison, and is 1 at most', () => {
    expect(holm([0.03])).toEqual([0.03]);
    expect(holm([0.7, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
