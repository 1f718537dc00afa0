import { beforeAll, describe, expect, test } from 'vitest';
import { addDropped, dropout } from '../../../src/kernels/dropout/dropout';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectAgreement, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { factorAt } from '../../fixtures/dropped';

const shapes = [[[1]], [[7]], [[3, 5]], [[2, 3, 4]], [[9, 13]]];

describe.each(backends)('dropout on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(shapes)('of %j', async (shape) => {
    const random = createRandom(3);
    const [rate, seed] = [0.4, random.bits()];
    await expectAgreement(
      (x) => dropout(x, { rate, seed }),
      (x) => x.map((value, i) => value * factorAt(i, { rate, seed })),
      [normalTensor(shape, random)],
      random,
    );
  });

  test.each(shapes)('of %j, added to others', async (shape) => {
    const random = createRandom(4);
    const [rate, seed] = [0.7, random.bits()];
    await expectAgreement(
      (x, y) => addDropped(x, y, { rate, seed }),
      (x, y) => x.map((value, i) => value + y[i] * factorAt(i, { rate, seed })),
      [normalTensor(shape, random), normalTensor(shape, random)],
      random,
    );
  });

  const ofOnes = (rate: number, seed: number) =>
    numbersOf(dropout(tf.ones([200, 250]), { rate, seed }));

  test.each([0, 0.2, 0.5, 0.9])('drops a share of %d, and scales up the rest', async (rate) => {
    const numbers = await ofOnes(rate, 12345);
    const dropped = numbers.filter((value) => value === 0).length / numbers.length;
    expect(Math.abs(dropped - rate)).toBeLessThan(0.01);
    expect(new Set(numbers).size).toBe(rate === 0 ? 1 : 2);
    expect(Math.max(...numbers)).toBeCloseTo(1 / (1 - rate), 5);
  });

  test('is the same for the same seed, and has nothing to do with that of the next', async () => {
    const [numbers, again, next] = [
      await ofOnes(0.5, 7),
      await ofOnes(0.5, 7),
      await ofOnes(0.5, 8),
    ];
    expect(again).toEqual(numbers);
    for (const other of [next, numbers.slice(1), next.slice(1)]) {
      const same = other.filter((value, i) => value === numbers[i]).length / other.length;
      expect(same).toBeCloseTo(0.5, 1);
    }
  });
});
