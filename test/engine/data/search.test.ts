import { describe, expect, test } from 'vitest';
import { createSearch, fold } from '../../../src/engine/data/search';
import { datasetOf } from '../../fixtures/events';

const titles = [
  'The Terminator',
  'Star Wars',
  'Amélie',
  'Alien',
  'Aliens',
  'Star Trek: First Contact',
  'The Starship',
  '千と千尋の神隠し',
  '',
];
// Aliens was chosen most.
const data = datasetOf([...titles.map((_title, i) => [0, i] as const), [1, 4], [1, 1], [2, 4]]);
const search = createSearch({ ...data, catalog: { ...data.catalog, titles } });
const find = (text: string, limit = 9) => search(text, limit).map(({ item }) => item);

describe('finds', () => {
  test.each([
    ['a whole word', 'terminator', [0]],
    ['words in any order, as far as they were typed', 'wars sta', [1]],
    ['whatever the case and the accents', 'AMELIE', [2]],
    ['whole words before beginnings, and the most chosen of those first', 'star', [1, 5, 6]],
    ['parts of words', 'minat', [0]],
    ['parts of titles without spaces', '千尋', [7]],
    ['ids where there is no title', 'i8', [8]],
    ['a word with a letter too many, too few, wrong, or two exchanged', 'trek firts', [5]],
    ['a long word with two errors', 'termniaotr', [0]],
    ['a word with an error before it is complete', 'temrina', [0]],
  ])('%s', (_what, text, items) => {
    expect(find(text)).toEqual(items);
  });

  test('what was typed before what is like it', () => {
    expect(find('alien')).toEqual([3, 4]);
    expect(find('alein')).toEqual([4, 3]);
    expect(search('alein', 1)[0].cost).toBeGreaterThan(search('alien', 1)[0].cost);
  });

  test('no more than asked for, and nothing for nothing', () => {
    expect(find('star', 2)).toEqual([1, 5]);
    expect(find('  ')).toEqual([]);
    expect(find('zebra')).toEqual([]);
  });

  test('no short words by their errors', () => {
    expect(find('wor')).toEqual([]);
  });
});

test('folds case, accents and punctuation', () => {
  expect(fold('  Amélie — L’Été!')).toBe('amelie l ete');
});
