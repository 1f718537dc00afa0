import { describe, expect, test } from 'vitest';
import { createTitleMatcher } from '../../../../src/engine/data/matching/match-titles';

const items: readonly (readonly [string, number])[] = [
  ['The Lantern Keeper', 1999],
  ['Harbour', 1950],
  ['Harbour', 2001],
  ['Harbour II', 2003],
  ['Seven Boats (Nana-so no fune)', 1954],
  ['Far Sails: Episode IV - A New Wind', 1977],
  ['Far Sails: Episode V - The Calm', 1980],
  ['Amélie in Winter', 2010],
  ['Quiet', 1988],
  ['Quiet', 1988],
];
const match = createTitleMatcher(
  { titles: items.map(([title]) => title), years: Float32Array.from(items, ([, year]) => year) },
  [5, 1, 9, 1, 1, 1, 1, 1, 2, 8],
);
const found = (title: string, year = NaN) => {
  const { verdict, candidates } = match({ title, year });
  return [verdict, ...candidates.map(({ item }) => item)];
};

describe('beyond doubt is', () => {
  test.each([
    ['the article elsewhere', 'Lantern Keeper, The', 1999, 0],
    ['a year off by one', 'The Lantern Keeper', 2000, 0],
    ['the year in the title', 'Harbour (1950)', NaN, 1],
    ['one of two with that title', 'Harbour', 2001, 2],
    ['a sequel with another numeral', 'Harbour 2', 2003, 3],
    ['the other title', 'Nana-so no Fune', 1954, 4],
    ['a dropped subtitle of that year', 'Far Sails', 1977, 5],
    ['the subtitle alone', 'The Calm', 1980, 6],
    ['no accents', 'Amelie in Winter', 2010, 7],
    ['a typo', 'The Lantern Keper', 1999, 0],
  ])('%s', (_case, title, year, item) => {
    expect(found(title, year).slice(0, 2)).toEqual(['sure', item]);
  });
});

test('a title is found by what it is called at home', () => {
  const listed = { title: 'Seven Vessels of the Bay', year: 1954 };
  expect(match(listed).verdict).not.toBe('sure');
  const { verdict, candidates } = match({ ...listed, originalTitle: 'Nana-so no fune' });
  expect([verdict, candidates[0].item]).toEqual(['sure', 4]);
});

describe('to be looked at is', () => {
  test.each([
    ['a title of several, without a year: the most chosen first', 'Harbour', NaN, 'likely', [2, 1]],
    ['the same title and year twice', 'Quiet', 1988, 'likely', [9, 8]],
    ['the title of two years later', 'Amelie in Winter', 2012, 'likely', [7]],
    ['the title of many years before, which is hardly meant', 'Harbour', 1960, 'review', [2, 1]],
    ['one alone, of many years later', 'The Lantern Keeper', 1960, 'review', [0]],
    ['what stands before several subtitles', 'Far Sails', NaN, 'likely', [5, 6]],
  ])('%s', (_case, title, year, wanted, candidates) => {
    const [verdict, ...first] = found(title, year);
    expect(verdict).toBe(wanted);
    expect(first.slice(0, candidates.length)).toEqual(candidates);
  });
});

test('what is like nothing has no candidates', () => {
  expect(found('An Entirely Different Story', 1999)).toEqual(['none']);
  expect(found('', 1999)).toEqual(['none']);
});

test('scores fall with the distance of the years, and are 1 for the same', () => {
  const scoreOf = (year: number) => match({ title: 'Amelie in Winter', year }).candidates[0].score;
  expect(scoreOf(2010)).toBe(1);
  expect(scoreOf(2011)).toBeLessThan(1);
  expect(scoreOf(2012)).toBeLessThan(scoreOf(2011));
  expect(scoreOf(2020)).toBeLessThan(scoreOf(2012));
});
