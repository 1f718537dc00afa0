import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { builds, openWorkbench } from '../../fixtures/routines';

/** Smallest number of full precision: below it, errors are measured against it. */
const smallest = 2 ** -126;

describe.each(builds)('the %s build', (_name, bytes) => {
  const functions = {
    exp: Math.exp,
    sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
    tanh: Math.tanh,
  };

  test.each(Object.entries(functions))(
    'computes %s to the last digits',
    async (name, reference) => {
      const random = createRandom(1);
      const scales = [1e-20, 1e-3, 1, 10, 80];
      const given = scales.flatMap((scale) =>
        Array.from({ length: 1001 }, () => scale * random.normal()),
      );
      const { routines, put } = await openWorkbench(bytes);
      const [x, out] = [put(given.filter((number) => Math.abs(number) < 87)), put(given)];
      routines[name as keyof typeof functions](out.address, x.address, x.numbers.length);
      const errors = Array.from(x.numbers, (number, i) => {
        const expected = reference(number);
        return Math.abs(out.numbers[i] - expected) / Math.max(Math.abs(expected), smallest);
      });
      expect(Math.max(...errors)).toBeLessThan(4e-7);
    },
  );

  test.each([
    ['exp', [-Infinity, -200, 0, 200, Infinity, NaN], [0, 0, 1, Infinity, Infinity, NaN]],
    ['sigmoid', [-Infinity, -200, 0, 200, Infinity, NaN], [0, 0, 0.5, 1, 1, NaN]],
    ['tanh', [-Infinity, -200, 0, 200, Infinity, NaN], [-1, -1, 0, 1, 1, NaN]],
  ] as const)('knows the ends of %s', async (name, given, expected) => {
    const { routines, put } = await openWorkbench(bytes);
    const x = put(given);
    routines[name](x.address, x.address, given.length);
    expect(Array.from(x.numbers)).toEqual(expected);
  });

  test.each([0, 1, 2, 3, 4, 5, 7, 8])('touches %d numbers and no more', async (count) => {
    const { routines, put } = await openWorkbench(bytes);
    const x = put([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    routines.exp(x.address, x.address, count);
    expect(Array.from(x.numbers)).toEqual(
      Array.from({ length: 10 }, (_zero, i) => Number(i < count)),
    );
  });
});
