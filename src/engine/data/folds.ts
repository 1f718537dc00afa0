import { createRandom } from '../../kernels/random';
import type { Dataset } from './dataset';
import { countsOf } from './parts';
import { checked, splitByParts, type Split } from './split';

/**
 * Splits for cross-validation: each user's interactions are shuffled and dealt to
 * `folds`, from a fold drawn for the user on, so that short histories spread evenly.
 * Each fold is the test once; a tenth of what a user then has left is validation, as
 * in a random split, the rest train. @throws DataError
 */
export function foldsOf(
  dataset: Dataset,
  { seed, scale }: Pick<Split, 'seed' | 'scale'>,
  folds = 5,
): Split[] {
  const random = createRandom(seed);
  const { offsets, users, rows } = dataset;
  const tests = Array.from({ length: folds }, () => new Uint8Array(rows.length));
  for (let user = 0; user < users.size; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    const order = random.shuffle(Int32Array.from({ length: to - from }, (_zero, i) => from + i));
    const first = random.below(folds);
    tests.forEach((parts, fold) => {
      const isTest = (place: number): boolean => (first + place) % folds === fold;
      const rest = order.filter((_event, place) => !isTest(place));
      const { validation } = countsOf(rest.length, { validation: 0.1, test: 0 });
      for (const event of order) parts[event] = 2;
      for (const event of rest) parts[event] = 0;
      for (const event of rest.subarray(0, validation)) parts[event] = 1;
    });
  }
  const facts = { protocol: 'k-fold', seed, scale } as const;
  return tests.map((parts) => checked(splitByParts(dataset, parts, facts)));
}
