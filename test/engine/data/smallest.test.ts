import { expect, test } from 'vitest';
import { smallest } from '../../../src/engine/data/smallest';
import { createRandom } from '../../../src/kernels/random';

const random = createRandom(3);
const drawn = (draw: () => number) => Array.from({ length: 3000 }, draw);

test.each([
  ['a single value', [7]],
  ['all alike', [2, 2, 2, 2]],
  ['unlike', [5, -1, 3, 0, 8]],
  ['infinite ones', [-Infinity, 4, Infinity, -Infinity, 4]],
  ['nothing finite', [Infinity, -Infinity, -Infinity]],
  ['as far apart as can be', [-1e300, 0, 5e-324, 1e300]],
  ['times, with ties', drawn(() => 1.2e12 + 1000 * random.below(900))],
  ['fractions', drawn(() => random.uniform() ** 9)],
])('of %s, each in its place', (_name, values) => {
  const sorted = Float64Array.from(values).sort();
  const ranks =
    values.length > 100 ? [1, 2, 1500, 2999, 3000] : [...values.keys()].map((i) => i + 1);
  for (const count of ranks) {
    const value = sorted[count - 1];
    const expected = { value, before: sorted.indexOf(value) };
    expect(smallest(count, values.length, (i) => values[i])).toEqual(expected);
  }
});
