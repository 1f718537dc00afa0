import { expect, test } from 'vitest';
import type { FilePlan } from '../../../src/api';
import { roleAt, withRole } from '../../../src/ui/data/roles';

const plan: FilePlan = {
  name: 'u.item',
  kind: 'items',
  encoding: 'utf-8',
  delimiter: '|',
  header: false,
  roles: { item: 0, title: 1, genres: 5 },
  genreFlags: ['unknown', 'Action', 'Adventure'],
};

test.each([
  [0, 'item'],
  [1, 'title'],
  [2, undefined],
  [5, 'genres'],
  [7, 'genres'],
  [8, undefined],
])('column %d holds %s', (column, role) => {
  expect(roleAt(plan, column)).toBe(role);
});

test('a role moves to its new column', () => {
  expect(withRole({ user: 0, item: 1 }, 2, 'item')).toEqual({ user: 0, item: 2 });
});

test('a column holds one role', () => {
  expect(withRole({ user: 0, item: 1 }, 1, 'value')).toEqual({ user: 0, value: 1 });
});

test('a column can be left unused', () => {
  expect(withRole({ user: 0, value: 2 }, 2, undefined)).toEqual({ user: 0 });
});
