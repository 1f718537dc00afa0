import { expect, test } from 'vitest';
import { columnsOf, type Curve } from '../../../src/ui/charts/curves';

const curve = (x: readonly number[], y: readonly (number | null)[]): Curve => {
  return { label: '', axis: 'left', x, y };
};

test('curves over different epochs share one axis, with nothing where one has no value', () => {
  expect(columnsOf([curve([1, 2, 4], [0.1, null, 0.4]), curve([2, 3], [5, 6])])).toEqual([
    [1, 2, 3, 4],
    [0.1, null, null, 0.4],
    [null, 5, 6, null],
  ]);
  expect(columnsOf([])).toEqual([[]]);
});
