import { describe, expect, test } from 'vitest';
import { sharedNegatives, uniformNegatives } from '../../../src/engine/data/negatives';
import { randomBits } from '../../../src/kernels/counter-random';
import { datasetOf, type Event } from '../../fixtures/events';

const chosen = [9, 0, 4, 5];
const dataset = datasetOf(
  chosen.map((item): Event => [0, item]),
  { users: 2, items: 10 },
);

function draw(user: number, times: number, seed = 1): number[] {
  const sampler = uniformNegatives(dataset);
  return Array.from({ length: times }, (_zero, i) => sampler(user, randomBits(seed, i)));
}

test('never draws what the user chose, and everything else equally often', () => {
  const counts = new Array<number>(10).fill(0);
  for (const item of draw(0, 6000)) counts[item]++;
  expect(chosen.map((item) => counts[item])).toEqual([0, 0, 0, 0]);
  const others = counts.filter((_count, item) => !chosen.includes(item));
  // 1000 each, with a standard deviation of 29.
  for (const count of others) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('draws everything for someone who chose nothing', () => {
  expect(new Set(draw(1, 500)).size).toBe(10);
});

test('never draws what joined the others as new', () => {
  const sampler = uniformNegatives({ ...dataset, firstNew: 8 });
  const drawn = Array.from({ length: 500 }, (_zero, i) => sampler(1, randomBits(1, i)));
  expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
});

test('draws the same for the same seed', () => {
  expect(draw(0, 50, 3)).toEqual(draw(0, 50, 3));
  expect(draw(0, 50, 3)).not.toEqual(draw(0, 50, 4));
});

test('finds the only item that someone did not choose', () => {
  const most = datasetOf(
    [0, 1, 3, 3].map((item): Event => [0, item]),
    { items: 4 },
  );
  const sampler = uniformNegatives(most);
  expect([0, 2 ** 31, 2 ** 32 - 1].map((bits) => sampler(0, bits))).toEqual([2, 2, 2]);
});

test('gives any item for someone who chose everything', () => {
  const all = datasetOf([0, 1, 2].map((item): Event => [0, item]));
  expect([0, 1, 2]).toContain(uniformNegatives(all)(0, 5));
});

describe('shared negatives', () => {
  const popular = datasetOf(
    [0, 0, 0, 0, 0, 0, 0, 1, 2].map((item, user): Event => [user, item]),
    { items: 4 },
  );
  const negatives = sharedNegatives(popular);

  test('are drawn as often as their probability says', () => {
    const drawn = negatives.draw(20_000, 3);
    const logs = negatives.logProbabilities(Int32Array.of(0, 1, 2, 3));
    expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 5);
    logs.forEach((log, item) => {
      const share = drawn.filter((one) => one === item).length / drawn.length;
      expect(Math.abs(share - Math.exp(log))).toBeLessThan(0.02);
    });
    expect(logs[0]).toBeGreaterThan(logs[1]);
  });

  test('are never new', () => {
    const drawn = sharedNegatives({ ...popular, firstNew: 3 }).draw(2000, 3);
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2]));
  });

  test('are the same for the same key', () => {
    expect(negatives.draw(50, 1)).toEqual(negatives.draw(50, 1));
    expect(negatives.draw(50, 1)).not.toEqual(negatives.draw(50, 2));
  });
});
