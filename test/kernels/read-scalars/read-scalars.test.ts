import { beforeAll, describe, expect, test } from 'vitest';
import { readScalars } from '../../../src/kernels/read-scalars/read-scalars';
import * as tf from '../../../src/kernels/tensor';
import { backends, start } from '../../fixtures/backends';

describe.each(backends)('scalars read on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('are those that were computed, in their order, and stay where they are', async () => {
    const before = tf.memory().numTensors;
    const scalars = [3, 1, 2].map((n) => tf.tidy(() => tf.sum(tf.ones([n, 5]))));
    scalars.push(tf.tensor(0.5));
    expect(await readScalars(scalars)).toEqual([15, 5, 10, 0.5]);
    expect(await readScalars(scalars.slice(1, 2))).toEqual([5]);
    tf.dispose(scalars);
    expect(tf.memory().numTensors).toBe(before);
  });
});
