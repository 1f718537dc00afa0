import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { propagate, sparseProduct } from '../../../src/kernels/sparse-product/sparse-product';
import { toLists } from '../../../src/kernels/lists';
import { toSparsePair } from '../../../src/kernels/sparse';
import { expectAgreement, expectClose, normalTensor, numbersOf } from '../../fixtures/agreement';
import { backends, start } from '../../fixtures/backends';
import { sparseRows } from '../../fixtures/sparse-rows';

const shapes = {
  'one entry': { lengths: [1], columns: 1, width: 1 },
  'no entry': { lengths: [0, 0], columns: 2, width: 3 },
  'rows of all lengths': { lengths: [0, 9, 4, 1, 0, 3, 17], columns: 6, width: 7 },
  'rows of fours': { lengths: [5, 0, 8], columns: 30, width: 400 },
};

describe.each(backends)('the product of a sparse matrix with a table on %s', (backend) => {
  beforeAll(async () => void (await start(backend)));

  test.each(Object.entries(shapes))('%s', async (_name, { lengths, columns, width }) => {
    const random = createRandom(width);
    const { sparse, dense } = sparseRows(lengths, columns, random);
    const table = normalTensor([columns, width], random);
    const numbers = await numbersOf(table);
    const product = sparseProduct(sparse, table);
    expect(product.shape).toEqual([lengths.length, width]);
    expectClose(await numbersOf(product), Float64Array.from(productOf(dense, numbers, width)));
    expect(await numbersOf(sparseProduct(sparse, table))).toEqual(await numbersOf(product));
  });

  test.each(Object.entries(shapes))('%s, differentiated', async (_name, shape) => {
    const { lengths, columns } = shape;
    const width = Math.min(shape.width, 12); // each number is moved in turn
    const random = createRandom(columns);
    const { lists, values, dense } = sparseRows(lengths, columns, random);
    const pair = toSparsePair(toLists(lists), values, columns);
    await expectAgreement(
      (table) => propagate(pair, table),
      (numbers) => Float64Array.from(productOf(dense, numbers, width)),
      [normalTensor([columns, width], random)],
      random,
    );
  });
});

/** Rows of numbers times `[columns, width]`, in float64. */
function productOf(dense: readonly Float64Array[], numbers: Float64Array, width: number): number[] {
  return dense.flatMap((row) =>
    Array.from({ length: width }, (_zero, column) =>
      row.reduce((sum, value, i) => sum + value * numbers[i * width + column], 0),
    ),
  );
}
