import { expect, test } from 'vitest';
import { createRandom } from '../../../src/kernels/random';
import { expectClose } from '../../fixtures/agreement';
import { builds, openWorkbench } from '../../fixtures/routines';

/** One row by definition. */
function softmax(x: Float64Array): Float64Array {
  const powers = x.map((value) => Math.exp(value - Math.max(...x)));
  const sum = powers.reduce((total, value) => total + value);
  return powers.map((value) => value / sum);
}

test.each(
  builds.flatMap(([name, bytes]) => [1, 2, 5, 8, 31].map((n) => [name, n, bytes] as const)),
)('the %s build makes probabilities of rows of %d', async (_name, columns, bytes) => {
  const random = createRandom(columns);
  const given = Float64Array.from({ length: 3 * columns }, () => 50 * random.normal()).map(
    Math.fround,
  );
  const { routines, put } = await openWorkbench(bytes);
  const [x, out] = [put(given), put(given)];
  routines.softmax(out.address, x.address, 3, columns);
  for (let row = 0; row < 3; row++) {
    const [from, to] = [row * columns, (row + 1) * columns];
    expectClose(Float64Array.from(out.numbers.slice(from, to)), softmax(given.slice(from, to)));
  }
  expect(Array.from(x.numbers)).toEqual(Array.from(given));
});
