import { expect, test } from 'vitest';
import { sizeOfKept } from '../../../src/engine/data/kept';
import { finish } from '../../../src/kernels/turns';
import { datasetOf } from '../../fixtures/events';

/** Two people who like the same two things; a third who likes one of them, and dislikes the other. */
const dataset = datasetOf([
  [0, 0, 1, 5],
  [0, 1, 2, 4],
  [1, 0, 3, 4],
  [1, 1, 4, 5],
  [2, 0, 5, 5],
  [2, 1, 6, 1],
  [2, 2, 7, 2],
]);

test.each([
  [null, null, { users: 3, items: 3, interactions: 7 }],
  [3, null, { users: 3, items: 2, interactions: 5 }],
  [null, 2, { users: 3, items: 2, interactions: 6 }],
  [3, 2, { users: 2, items: 2, interactions: 4 }],
  [6, null, { users: 0, items: 0, interactions: 0 }],
])('rated at least %s, in a core of %s', (minValue, kCore, size) => {
  expect(finish(sizeOfKept(dataset, { minValue, kCore }))).toEqual(size);
});
