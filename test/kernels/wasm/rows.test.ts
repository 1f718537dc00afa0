import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { expectClose } from '../../fixtures/agreement';
import { builds, openWorkbench } from '../../fixtures/routines';

describe.each(builds)('the %s build', (_name, bytes) => {
  const shapes = [
    [1, 1],
    [7, 3],
    [8, 4],
    [21, 5],
    [5, 64],
  ];

  test.each(shapes)('sums %d rows of %d', async (rows, width) => {
    const random = createRandom(rows);
    const { routines, put } = await openWorkbench(bytes);
    const x = put(Array.from({ length: rows * width }, () => random.normal()));
    const sums = put(new Float32Array(width));
    routines.sumRows(sums.address, x.address, rows, width);
    const expected = Float64Array.from({ length: width }, (_zero, column) =>
      x.numbers.reduce((sum, value, place) => sum + (place % width === column ? value : 0), 0),
    );
    expectClose(Float64Array.from(sums.numbers), expected);
  });

  test.each([1, 4, 6])('gathers rows of %d, and zeros from outside', async (width) => {
    const { routines, put, putIntegers } = await openWorkbench(bytes);
    const table = put(Array.from({ length: 3 * width }, (_zero, i) => i + 1));
    const indices = putIntegers([2, 0, -1, 3, 2]);
    const out = put(new Float32Array(5 * width).fill(9));
    routines.gatherRows(out.address, table.address, 3, width, indices.address, 5);
    const row = (index: number): number[] =>
      Array.from({ length: width }, (_zero, i) => table.numbers[index * width + i] ?? 0);
    expect(Array.from(out.numbers)).toEqual([2, 0, -1, 3, 2].flatMap(row));
  });
});
