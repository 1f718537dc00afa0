import { beforeAll, expect, test } from 'vitest';
import { dropoutMask } from '../../../src/kernels/dropout-mask/dropout-mask';
import { numbersOf } from '../../fixtures/agreement';
import { startInNode } from '../../fixtures/start-backend';

beforeAll(async () => void (await startInNode('cpu')));

const drawn = (rate: number, seed: number) => numbersOf(dropoutMask([50_000], rate, seed));

test.each([0, 0.2, 0.5, 0.9])('drops a share of %d, and scales up the rest', async (rate) => {
  const mask = await drawn(rate, 12345);
  const dropped = mask.filter((value) => value === 0).length / mask.length;
  expect(Math.abs(dropped - rate)).toBeLessThan(0.01);
  expect(new Set(mask).size).toBe(rate === 0 ? 1 : 2);
  expect(Math.max(...mask)).toBeCloseTo(1 / (1 - rate), 5);
});

test('is the same for the same seed', async () => {
  expect(await drawn(0.5, 7)).toEqual(await drawn(0.5, 7));
});

test('has nothing to do with that of the next seed, nor with its own neighbours', async () => {
  const [mask, other] = [await drawn(0.5, 7), await drawn(0.5, 8)];
  const agreement = (a: Float64Array, b: Float64Array): number =>
    a.filter((value, i) => value === b[i]).length / a.length;
  expect(agreement(mask, other)).toBeCloseTo(0.5, 1);
  expect(agreement(mask.slice(1), mask.slice(0, -1))).toBeCloseTo(0.5, 1);
  expect(agreement(other.slice(1), mask.slice(0, -1))).toBeCloseTo(0.5, 1);
});
