import { beforeAll, describe, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { sampledProduct } from '../../../src/kernels/sampled-product/sampled-product';
import { expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { sparseRows } from '../../fixtures/sparse-rows';

const shapes = {
  'one entry': { lengths: [1], columns: 1, dim: 1 },
  'rows of all lengths': { lengths: [0, 70, 4, 0, 1, 0], columns: 6, dim: 7 },
  'a width of fours': { lengths: [5, 0, 8], columns: 30, dim: 12 },
};

describe.each(backends)('the product where a pattern has entries on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(Object.entries(shapes))('%s', async (_name, { lengths, columns, dim }) => {
    const random = createRandom(dim);
    const { sparse, lists } = sparseRows(lengths, columns, random);
    const x = normalTensor([lengths.length, dim], random);
    const table = normalTensor([columns, dim], random);
    const [left, right] = [await numbersOf(x), await numbersOf(table)];
    const rowOf = (numbers: Float64Array, row: number) =>
      numbers.subarray(row * dim, (row + 1) * dim);
    const expected = lists.flatMap((list, row) =>
      list.map((column) =>
        rowOf(left, row).reduce((sum, value, d) => sum + value * rowOf(right, column)[d], 0),
      ),
    );
    expectClose(await numbersOf(sampledProduct(x, table, sparse)), Float64Array.from(expected));
  });
});
