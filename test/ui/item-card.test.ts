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

test('a genre keeps its hue, however it is written', () => {
  expect(tintOf('Comedy')).toBe(tintOf('comedy'));
  expect(tintOf('Steampunk')).toBe(tintOf('Steampunk'));
  expect(tintOf('Steampunk')).toBeLessThan(tints);
});
