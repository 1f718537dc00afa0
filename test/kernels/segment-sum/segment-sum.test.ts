import { beforeAll, describe, expect, test } from 'vitest';
import { segmentSum } from '../../../src/kernels/segment-sum/segment-sum';
import * as tf from '../../../src/kernels/tensor';
import { backends, start } from '../../fixtures/backends';

describe.each(backends)('sums by segment on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('add the rows of equal segments, and leave out segments that do not exist', async () => {
    const rows = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]);
    const sums = segmentSum(rows, tf.tensor1d([2, 0, 2, 9], 'int32'), 3);
    expect(sums.shape).toEqual([3, 2]);
    expect(Array.from(await sums.data())).toEqual([3, 4, 0, 0, 6, 8]);
  });
});
