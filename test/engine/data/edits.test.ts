import { expect, test } from 'vitest';
import { prefixEdits } from '../../../src/engine/data/edits';

test.each([
  ['matrix', 'matrix', 0],
  ['mat', 'matrix', 0],
  ['matrx', 'matrix', 1],
  ['mattrix', 'matrix', 1],
  ['natrix', 'matrix', 1],
  ['amtrix', 'matrix', 1],
  ['tremniat', 'terminator', 2],
  ['temrinat', 'terminator', 1],
  ['maxtirx', 'matrix', 2],
  ['alien', 'brazil', 3],
  ['abc', '', 3],
])('from %s to the beginning of %s', (typed, word, edits) => {
  expect(prefixEdits(typed, word, 2)).toBe(edits);
});
