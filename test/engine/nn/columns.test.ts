import { beforeAll, describe, expect, test } from 'vitest';
import { spreadColumns, takeColumns } from '../../../src/engine/nn/columns';
import * as tf from '../../../src/kernels/tensor';
import { start } from '../../fixtures/learning';

const columns = () => tf.tensor2d([2, 0, 1, 1], [2, 2], 'int32');

describe.each(['cpu', 'wasm'] as const)('columns of each row, on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test('are taken out', async () => {
    const rows = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const taken = takeColumns(rows, columns());
    expect(taken.shape).toEqual([2, 2]);
    expect(Array.from(await taken.data())).toEqual([3, 1, 5, 5]);
  });

  test('are filled in, and added where they are the same', async () => {
    const spread = spreadColumns(tf.tensor2d([1, 2, 3, 4], [2, 2]), columns(), 3);
    expect(spread.shape).toEqual([2, 3]);
    expect(Array.from(await spread.data())).toEqual([2, 0, 1, 0, 7, 0]);
  });
});
