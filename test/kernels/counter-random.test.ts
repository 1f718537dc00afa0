import { describe, expect, test } from 'vitest';
import { randomBits, thresholdOf } from '../../src/kernels/counter-random';

describe('random bits', () => {
  test('are the same for the same key and counter, and differ for others', () => {
    expect(randomBits(7, 5)).toBe(randomBits(7, 5));
    expect(new Set([randomBits(7, 5), randomBits(7, 6), randomBits(8, 5)]).size).toBe(3);
  });

  test('fall below a threshold as often as its share says', () => {
    const below = Array.from({ length: 20_000 }, (_zero, i) => randomBits(3, i)).filter(
      (bits) => bits < thresholdOf(0.3),
    );
    expect(below.length / 20_000).toBeCloseTo(0.3, 1.7);
  });

  test('have every bit set half of the time', () => {
    for (let bit = 0; bit < 32; bit++) {
      let set = 0;
      for (let i = 0; i < 4000; i++) set += (randomBits(11, i) >>> bit) & 1;
      expect(Math.abs(set / 4000 - 0.5)).toBeLessThan(0.04);
    }
  });
});
