import { expect, test } from 'vitest';
import { wordsFor } from '../../src/widget/words';

test.each([
  ['zh', '热门'],
  ['zh-Hant-TW', '热门'],
  ['en-GB', 'Popular here'],
  ['de', 'Popular here'],
  ['', 'Popular here'],
])('the words for %j', (language, heading) => {
  expect(wordsFor(language).headings.popularity).toBe(heading);
});

test('one is one', () => {
  expect([1, 2].map(wordsFor('en').shown)).toEqual(['1 recommendation', '2 recommendations']);
});
