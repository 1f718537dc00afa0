import { beforeAll, describe, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { toLists } from '../../../src/kernels/lists';
import { pairProducts, sampledProduct } from '../../../src/kernels/sampled-product/sampled-product';
import { toPatternPair } from '../../../src/kernels/sparse';
import { expectAgreement, expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
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
    const expected = productsOf(lists, dim)(await numbersOf(x), await numbersOf(table));
    expectClose(await numbersOf(sampledProduct(x, table, sparse)), expected);
  });

  test.each(Object.entries(shapes))('%s, differentiated', async (_name, shape) => {
    const { lengths, columns, dim } = shape;
    const random = createRandom(columns);
    const { lists } = sparseRows(lengths, columns, random);
    const pair = toPatternPair(toLists(lists), columns);
    await expectAgreement(
      (x, table) => pairProducts(x, table, pair),
      productsOf(lists, dim),
      [normalTensor([lengths.length, dim], random), normalTensor([columns, dim], random)],
      random,
    );
  });
});

/** Dot products of each row with the rows of a table that its list names, in float64. */
function productsOf(lists: readonly (readonly number[])[], dim: number) {
  const rowOf = (numbers: Float64Array, row: number) =>
    numbers.subarray(row * dim, (row + 1) * dim);
  return (x: Float64Array, table: Float64Array): Float64Array => {
    const products = lists.flatMap((list, row) =>
      list.map((column) =>
        rowOf(x, row).reduce((sum, value, d) => sum + value * rowOf(table, column)[d], 0),
      ),
    );
    return Float64Array.from(products);
  };
}
