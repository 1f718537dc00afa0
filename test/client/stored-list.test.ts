import { expect, test } from 'vitest';
import type { PersonalExport } from '../../src/api';
import { parseList } from '../../src/client/stored-list';

const list: PersonalExport = {
  services: ['imdb'],
  about: 'films',
  scale: [1, 10],
  entries: [{ title: 'Low Tide', year: 2001, rating: 7, at: null }],
};

test('a list is read as it was kept', () => {
  expect(parseList(JSON.stringify(list))).toEqual(list);
});

test('so is one that says whose it is', () => {
  const shared = {
    ...list,
    profile: { name: 'Ann', others: [{ name: 'Ben', entries: list.entries }] },
  };
  expect(parseList(JSON.stringify(shared))).toEqual(shared);
});

test.each([
  ['nothing', null],
  ['what was cleared', ''],
  ['no JSON', '{'],
  ['another thing', '{"a": 1}'],
  ['null', 'null'],
  ['an empty list', JSON.stringify({ ...list, entries: [] })],
  [
    'a title that is none',
    JSON.stringify({ ...list, entries: [{ ...list.entries[0], title: 3 }] }),
  ],
  ['a profile that is none', JSON.stringify({ ...list, profile: { name: 'Ann', others: [1] } })],
  [
    'a profile of no titles',
    JSON.stringify({ ...list, profile: { name: 'Ann', others: [{ name: 'Ben', entries: [] }] } }),
  ],
  ['a rating that is none', JSON.stringify({ ...list, entries: [{ title: 'a', rating: 'x' }] })],
])('%s is none', (_case, text) => {
  expect(parseList(text)).toBe(null);
});
