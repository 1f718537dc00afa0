import { beforeAll, describe, expect, test } from 'vitest';
import { adam } from '../../../src/kernels/adam/adam';
import * as tf from '../../../src/kernels/tensor';
import { numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';

describe.each(backends)('a step of Adam on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('moves weights and both means', async () => {
    const before = {
      weight: tf.tensor1d([1, -2]),
      mean: tf.tensor1d([0.5, 0]),
      square: tf.tensor1d([0.25, 0]),
    };
    const options = { rate: 0.1, beta1: 0.9, beta2: 0.5, epsilon: 0 };
    const after = adam(before, tf.tensor1d([0.5, 4]), options);
    const [weight, mean, square] = await Promise.all(
      [after.weight, after.mean, after.square].map(numbersOf),
    );
    expect(mean[0]).toBeCloseTo(0.5, 6);
    expect(mean[1]).toBeCloseTo(0.4, 6);
    expect(square[0]).toBeCloseTo(0.25, 6);
    expect(square[1]).toBeCloseTo(8, 5);
    expect(weight[0]).toBeCloseTo(1 - 0.1, 6);
    expect(weight[1]).toBeCloseTo(-2 - (0.1 * 0.4) / Math.sqrt(8), 6);
    expect(await numbersOf(before.weight)).toEqual(Float64Array.of(1, -2));
  });
});
