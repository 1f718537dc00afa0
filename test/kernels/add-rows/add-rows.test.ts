import { beforeAll, describe, expect, test } from 'vitest';
import { addRows, sumRows } from '../../../src/kernels/add-rows/add-rows';
import * as tf from '../../../src/kernels/tensor';
import { backends, start } from '../../fixtures/backends';

describe.each(backends)('adding rows on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('sums those of one row, and leaves the others as they are', async () => {
    const table = tf.tensor2d([1, 1, 2, 2, 3, 3], [3, 2]);
    addRows(table, tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]), Int32Array.of(2, 0, 2));
    expect(Array.from(await table.data())).toEqual([4, 5, 2, 2, 9, 11]);
  });

  test('starts from nothing where a sum is wanted', async () => {
    const sums = sumRows(tf.tensor1d([1, 2, 4]), Int32Array.of(1, 3, 1), [4]);
    expect(Array.from(await sums.data())).toEqual([0, 5, 0, 2]);
  });
});
