import { expect, test } from 'vitest';
import { shapleyValues, type Coalition } from '../../../src/engine/serving/shapley';
import { createRandom } from '../../../src/kernels/random';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const values = (players: number, worth: (coalition: Coalition) => number, orders = 8, seed = 1) =>
  shapleyValues(players, orders, async (all) => all.map(worth), createRandom(seed));

test('gives each what it adds, where that is always the same', async () => {
  const added = [3, -1, 0, 2];
  const found = await values(4, (coalition) => 5 + sum(added.map((x, i) => x * coalition[i])), 1);
  expect([...found]).toEqual(added.map((value) => expect.closeTo(value, 12)));
});

test('shares what players do only together, as all orders would', async () => {
  // A left glove and two right ones: a pair is worth 1. By hand: 2/3, 1/6, 1/6.
  const pair = ([left, right, other]: Coalition) => Number(left === 1 && right + other > 0);
  const found = await values(3, pair, 2000);
  expect([...found]).toEqual([2 / 3, 1 / 6, 1 / 6].map((value) => expect.closeTo(value, 1)));
});

test('always sums to the worth of all less that of nobody', async () => {
  const odd = (coalition: Coalition) => Math.sin(7 * sum(coalition.map((one, i) => one * (i + 1))));
  for (const seed of [1, 2, 3]) {
    const found = await values(9, odd, 3, seed);
    expect(sum(found)).toBeCloseTo(Math.sin(7 * 45) - Math.sin(0), 10);
  }
});

test('asks for each coalition once, and for few', async () => {
  const asked: string[] = [];
  await values(6, (coalition) => asked.push(coalition.join('')), 2);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThanOrEqual(2 * 2 * 5 + 2);
});

test('has nothing to share among nobody', async () => {
  expect([...(await values(0, () => 1))]).toEqual([]);
});
