import { expect, test } from 'vitest';
import { createTrigramIndex } from '../../../../src/engine/data/matching/trigram-index';

test('the most alike come first, and only what is alike', () => {
  const { nearest } = createTrigramIndex(['lantern', 'harbour', 'lanterns', 'quiet', 'a']);
  expect(nearest('lantern', 5)).toEqual([0, 2]);
  expect(nearest('lantern', 1)).toEqual([0]);
  expect(nearest('harbor', 5)).toEqual([1]);
  expect(nearest('zzz', 5)).toEqual([]);
  expect(nearest('quiet', 5)).toEqual([3]);
});
