import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../src/kernels/random';

const draw = (random: Random, n: number): number[] =>
  Array.from({ length: n }, () => random.uniform());

describe('a stream', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(draw(createRandom(5), 20)).toEqual(draw(createRandom(5), 20));
    expect(draw(createRandom(5), 20)).not.toEqual(draw(createRandom(6), 20));
  });

  test('tells seeds apart that agree in their lower 32 bits', () => {
    expect(draw(createRandom(1), 5)).not.toEqual(draw(createRandom(1 + 2 ** 32), 5));
  });

  test('forks the same streams however much of it was used', () => {
    const [fresh, used] = [createRandom(5), createRandom(5)];
    draw(used, 100);
    expect(draw(used.fork(1, 2), 20)).toEqual(draw(fresh.fork(1, 2), 20));
    expect(draw(fresh.fork(1, 2), 20)).toEqual(draw(fresh.fork(1).fork(2), 20));
    expect(draw(fresh.fork(1), 20)).not.toEqual(draw(fresh.fork(2), 20));
  });

  test('does not move when a fork of it is used', () => {
    const [alone, forked] = [createRandom(5), createRandom(5)];
    draw(forked.fork(3), 10);
    expect(draw(forked, 20)).toEqual(draw(alone, 20));
  });
});

describe('its numbers', () => {
  const n = 100_000;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  test('have the moments of a uniform distribution', () => {
    const values = draw(createRandom(1), n);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(mean(values)).toBeCloseTo(1 / 2, 2);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1 / 3, 2);
    expect(mean(values.slice(1).map((value, i) => value * values[i]))).toBeCloseTo(1 / 4, 2);
  });

  test('have the moments of a normal distribution', () => {
    const random = createRandom(2);
    const values = Array.from({ length: n }, () => random.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
    expect(mean(values.map((value) => value ** 4))).toBeCloseTo(3, 0);
  });

  test('below n are all of them, about as often', () => {
    const random = createRandom(3);
    const counts = new Int32Array(6);
    for (let i = 0; i < n; i++) counts[random.below(6)]++;
    for (const count of counts) expect(Math.abs(count / n - 1 / 6)).toBeLessThan(0.01);
  });

  test('shuffle without losing any', () => {
    const shuffled = createRandom(4).shuffle(Int32Array.from({ length: 50 }, (_zero, i) => i));
    expect(Array.from(shuffled)).not.toEqual(Array.from(shuffled).sort((a, b) => a - b));
    expect(Array.from(shuffled.sort())).toEqual(Array.from({ length: 50 }, (_zero, i) => i));
  });

  test('of 32 bits have every bit set half the time', () => {
    const random = createRandom(6);
    const values = Array.from({ length: 10_000 }, () => random.bits());
    for (let bit = 0; bit < 32; bit++) {
      const share = mean(values.map((value) => (value >>> bit) & 1));
      expect(Math.abs(share - 0.5)).toBeLessThan(0.03);
    }
  });
});
