import { beforeAll, expect, test } from 'vitest';
import { toSparse } from '../../../src/kernels/sparse';
import { sparseProduct } from '../../../src/kernels/sparse-product/sparse-product';
import * as tf from '../../../src/kernels/tensor';
import { sparseOf, sparseWeights } from '../../../src/engine/nn/sparse-weights';
import { restore, snapshot } from '../../../src/engine/nn/weights';
import { start } from '../../fixtures/learning';

beforeAll(async () => void (await start('cpu')));

test('a matrix is the same after it was read back as weights', async () => {
  const lists = { offsets: Int32Array.of(0, 2, 2, 3), indices: Int32Array.of(1, 2, 0) };
  const weights = sparseWeights('m', toSparse(lists, Float32Array.of(5, 6, 7)));
  const again = sparseOf(restore(await snapshot(weights)), 'm');
  const dense = sparseProduct(again, tf.eye(3));
  expect(Array.from(await dense.data())).toEqual([0, 5, 6, 0, 0, 0, 7, 0, 0]);
});

test('too many entries to count in float32 are refused', () => {
  const many = { size: 2 ** 24 + 1 } as tf.Tensor;
  const sparse = { rows: 1, offsets: many, indices: many, values: many };
  expect(() => sparseWeights('m', sparse)).toThrow(/16777216/);
});
