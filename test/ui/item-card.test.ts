import { expect, test } from 'vitest';
import { initialOf } from '../../src/ui/item-card';
import { tintOf, tints } from '../../src/ui/tint';

test.each([
  ['The Godfather', 'G'],
  ['A Bug’s Life', 'B'],
  ['A', 'A'],
  ['amélie', 'A'],
  ['千与千寻', '千'],
  ['', ''],
])('“%s” is filed under “%s”', (title, initial) => {
  expect(initialOf(title)).toBe(initial);
});

const card = (...genres: string[]) => ({ item: 'i', title: 'T', year: null, genres });

test('an item has the hue of the first genre we know, however it is written', () => {
  expect(tintOf(card('Comedy'))).toBe(tintOf(card('comedy')));
  expect(tintOf(card('Film', 'Comedy'))).toBe(tintOf(card('Comedy')));
});

test('an unknown genre keeps its hue, and no genre has one too', () => {
  expect(tintOf(card('Steampunk'))).toBe(tintOf(card('Steampunk')));
  expect(tintOf(card())).toBeLessThan(tints);
});
