import { expect, test } from 'vitest';
import { byGenre, byYear, colourOf, isPossible } from '../../../src/ui/map/colouring';

const item = (year: number | null, ...genres: string[]) => ({ item: '', title: '', year, genres });
const namesOf = ({ groups, groupOf }: ReturnType<typeof byGenre>) =>
  Array.from(groupOf, (place) => groups[place].name);

test('an item has the colour of the rarest of the common genres that it has', () => {
  const items = [item(1, 'Film', 'War'), item(1, 'Film'), item(1, 'Film', 'War'), item(1)];
  const colouring = byGenre(items);
  expect(namesOf(colouring)).toEqual(['War', 'Film', 'War', null]);
  expect(colouring.groups.map(({ count }) => count)).toEqual([1, 2, 1]);
});

test('what is too rare for a colour is one of the rest', () => {
  const common = 'abcdefg'.split('').flatMap((genre) => [item(1, genre), item(1, genre)]);
  const colouring = byGenre([...common, item(1, 'rare')]);
  expect(colouring.groups).toHaveLength(8);
  expect(namesOf(colouring).at(-1)).toBe(null);
  expect(colourOf('genre', colouring, 7)).toBe('--map-rest');
  expect(colourOf('genre', colouring, 0)).toBe('--map-1');
});

test('years fall into decades, the oldest into one', () => {
  const years = [1925, 1931, 1948, 1955, 1962, 1970, 1979, 1988, null];
  const colouring = byYear(years.map((year) => item(year)));
  expect(namesOf(colouring)).toEqual([1930, 1930, 1940, 1950, 1960, 1970, 1970, 1980, null]);
  expect(colouring.groups.map(({ isOpen }) => isOpen).slice(0, 2)).toEqual([true, false]);
});

test('the newest decade has the strongest colour', () => {
  const colouring = byYear([item(1994), item(2003)]);
  expect(colourOf('year', colouring, 0)).toBe('--year-5');
  expect(colourOf('year', colouring, 1)).toBe('--year-6');
  expect(colourOf('year', colouring, 2)).toBe('--map-rest');
});

test('what is not known is no choice', () => {
  expect(isPossible('year', [item(null, 'a')])).toBe(false);
  expect(isPossible('genre', [item(null, 'a')])).toBe(true);
});
