import { describe, expect, test } from 'vitest';
import { adamStep, noMoments } from '../../../src/engine/nn/adam';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('Adam on %s', (backend) => {
  test('its first step has the length of the learning rate, whatever the gradient', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    const weights = { a: tf.tensor1d([1, 2, 3]), b: tf.tensor1d([0]) };
    const gradients = { a: tf.tensor1d([5, -0.001, 0]), b: tf.tensor1d([1e4]) };
    const after = adamStep({ weights, moments: noMoments(weights) }, gradients, 0.01, 1);
    // Where the gradient is small, epsilon shortens the step by a little.
    const [a, b] = [await numbersOf(after.weights.a), await numbersOf(after.weights.b)];
    expect(a[0]).toBeCloseTo(0.99, 5);
    expect(a[1]).toBeCloseTo(2.01, 4);
    expect(a[2]).toBe(3);
    expect(b[0]).toBeCloseTo(-0.01, 5);
  });

  test('three steps agree with the formulas, and repeat to the last bit', async () => {
    await startInNode(backend);
    const run = async (): Promise<{ found: Float64Array; expected: Float64Array }> => {
      const random = createRandom(2);
      const start = normalTensor([40], random);
      const expected = await numbersOf(start);
      let [mean, square] = [new Float64Array(40), new Float64Array(40)];
      let state = { weights: { w: start }, moments: noMoments({ w: start }) } as ReturnType<
        typeof adamStep
      >;
      for (let step = 1; step <= 3; step++) {
        const gradient = normalTensor([40], random);
        const g = await numbersOf(gradient);
        mean = mean.map((m, i) => 0.9 * m + 0.1 * g[i]);
        square = square.map((v, i) => 0.999 * v + 0.001 * g[i] ** 2);
        const rate = (0.1 * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
        expected.forEach((w, i) => {
          expected[i] = w - (rate * mean[i]) / (Math.sqrt(square[i]) + 1e-8);
        });
        state = adamStep(state, { w: gradient }, 0.1, step);
      }
      return { found: await numbersOf(state.weights.w), expected };
    };
    const [first, second] = [await run(), await run()];
    expectClose(first.found, first.expected);
    expect(second.found).toEqual(first.found);
  });
});
