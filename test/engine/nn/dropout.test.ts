import { describe, expect, test } from 'vitest';
import { addDropped, drop } from '../../../src/engine/nn/dropout';
import { createRandom } from '../../../src/kernels/random';
import * as tf from '../../../src/kernels/tensor';
import { numbersOf } from '../../fixtures/agreement';
import { hostBackends, startInNode } from '../../fixtures/start-backend';

describe.each(hostBackends)('dropout on %s', (backend) => {
  test('keeps the mean, and repeats from the same stream', async () => {
    expect((await startInNode(backend)).backend).toBe(backend);
    const x = tf.ones([100, 100]);
    const dropped = () => numbersOf(drop(x, { rate: 0.3, random: createRandom(4) }));
    const numbers = await dropped();
    expect(numbers.reduce((sum, value) => sum + value, 0) / numbers.length).toBeCloseTo(1, 1);
    expect(await dropped()).toEqual(numbers);
  });

  test('drops others each time', async () => {
    await startInNode(backend);
    const dropout = { rate: 0.5, random: createRandom(4) };
    const [first, second] = [0, 1].map(() => addDropped(tf.ones([50]), tf.ones([50]), dropout));
    expect(new Set(await numbersOf(first))).toEqual(new Set([1, 3]));
    expect(await numbersOf(first)).not.toEqual(await numbersOf(second));
  });

  test('does nothing where there is none', async () => {
    await startInNode(backend);
    const x = tf.ones([3]);
    expect(drop(x, null)).toBe(x);
    expect(drop(x, { rate: 0, random: createRandom(1) })).toBe(x);
    expect(Array.from(await numbersOf(addDropped(x, x, null)))).toEqual([2, 2, 2]);
  });
});
