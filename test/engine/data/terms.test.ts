import { expect, test } from 'vitest';
import { indexTerms } from '../../../src/engine/data/terms';

test('words are numbered as they appear, each once an item', () => {
  const { size, lists } = indexTerms([['war', 'drama', 'war'], [], ['comedy', 'drama']]);
  expect(size).toBe(3);
  expect(Array.from(lists.offsets)).toEqual([0, 2, 2, 4]);
  expect(Array.from(lists.indices)).toEqual([0, 1, 2, 1]);
});
