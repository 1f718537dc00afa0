import { beforeAll, describe, expect, test } from 'vitest';
import { embeddingBag } from '../../src/kernels/embedding-bag';
import * as tf from '../../src/kernels/tensor';
import { hostBackends, startInNode } from '../fixtures/start-backend';

describe.each(hostBackends)('embedding bags on %s', (backend) => {
  beforeAll(async () => void (await startInNode(backend)));

  test('weigh each row; an empty bag is zero', async () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const bags = embeddingBag(table, [
      { indices: Int32Array.of(0, 2), weights: Float32Array.of(1, -2) },
      { indices: new Int32Array(0), weights: new Float32Array(0) },
      { indices: Int32Array.of(1), weights: Float32Array.of(0.5) },
    ]);
    expect(bags.shape).toEqual([3, 2]);
    expect(Array.from(await bags.data())).toEqual([-9, -10, 0, 0, 1.5, 2]);
  });
});
