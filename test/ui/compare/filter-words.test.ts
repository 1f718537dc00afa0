import { expect, test } from 'vitest';
import { filterWords } from '../../../src/ui/compare/filter-words';
import { messages } from '../../../src/ui/messages';

test.each([
  [{ minValue: null }, ''],
  [{ minValue: 3, kCore: null }, ', ratings from 3'],
  [{ minValue: null, kCore: 5 }, ', at least 5 interactions each'],
  [{ minValue: 3, kCore: 5 }, ', ratings from 3, at least 5 interactions each'],
])('%j is said as “%s”', (filters, words) => {
  expect(filterWords(filters, messages.en)).toBe(words);
});
