import { describe, expect, test } from 'vitest';
import { builds, openWorkbench } from '../../fixtures/routines';

describe.each(builds)('the %s build', (_name, bytes) => {
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
