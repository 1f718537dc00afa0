import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { sparseSparseProduct } from '../../../src/kernels/sparse-sparse-product/sparse-sparse-product';
import * as tf from '../../../src/kernels/tensor';
import { expectClose, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { sparseRows } from '../../fixtures/sparse-rows';

const shapes = {
  'one entry': { lengths: [1], rows: 1, kept: 1, width: 1 },
  'no entry': { lengths: [0, 0], rows: 2, kept: 2, width: 3 },
  'rows of all lengths': { lengths: [0, 9, 1, 0, 40], rows: 7, kept: 5, width: 9 },
  'more than a workgroup at once': { lengths: [3, 12], rows: 4, kept: 130, width: 150 },
};

describe.each(backends)('the product of two sparse matrices on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(Object.entries(shapes))('%s', async (_name, { lengths, rows, kept, width }) => {
    const random = createRandom(kept);
    const { sparse, dense } = sparseRows(lengths, rows, random);
    // Every other place is empty, and names column 0 as empty places do.
    const columns = Array.from({ length: rows * kept }, (_zero, i) => (i % 2 ? 0 : i % kept));
    const weights = Float32Array.from(columns, (_column, i) => (i % 2 ? 0 : random.normal()));
    const table = Array.from({ length: rows }, () => new Float64Array(width));
    columns.forEach((column, i) => (table[Math.floor(i / kept)][column] += weights[i]));
    const multiply = () =>
      sparseSparseProduct(
        sparse,
        {
          columns: tf.tensor2d(columns, [rows, kept]),
          weights: tf.tensor2d(weights, [rows, kept]),
        },
        width,
      );
    const product = multiply();
    const expected = dense.flatMap((row) =>
      Array.from({ length: width }, (_zero, column) =>
        row.reduce((sum, value, i) => sum + value * table[i][column], 0),
      ),
    );
    expect(product.shape).toEqual([lengths.length, width]);
    expectClose(await numbersOf(product), Float64Array.from(expected));
    expect(await numbersOf(multiply())).toEqual(await numbersOf(product));
  });
});
