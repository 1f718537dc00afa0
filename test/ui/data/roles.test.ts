import { describe, expect, test } from 'vitest';
import type { FilePlan } from '../../../src/api';
import { asKind, useOf, withUse } from '../../../src/ui/data/roles';

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
])('column %d holds %s', (column, use) => {
  expect(useOf(plan, column)).toBe(use);
});

const ratings: FilePlan = { ...plan, kind: 'interactions', roles: { user: 0, item: 1 } };
const third = { name: 'age', column: 2 };

test('a role moves to its new column', () => {
  expect(withUse(ratings, third, 'item').roles).toEqual({ user: 0, item: 2 });
});

test('a column holds one role', () => {
  const second = { name: 'b', column: 1 };
  expect(withUse(ratings, second, 'value').roles).toEqual({ user: 0, value: 1 });
});

test('a column can be kept by its name, and left unused again', () => {
  const kept = { ...ratings, ...withUse(ratings, third, 'feature') };
  expect(kept).toMatchObject({ roles: { user: 0, item: 1 }, features: [third] });
  expect(useOf(kept, 2)).toBe('feature');
  expect(withUse(kept, third, undefined).features).toEqual([]);
  expect(withUse(kept, third, 'time')).toEqual({
    roles: { user: 0, item: 1, time: 2 },
    features: [],
  });
});

describe('a file taken for something else', () => {
  const columns = ['a', 'b', 'c'].map((name, column) => ({ name, column }));

  test('keeps the roles that it can have', () => {
    expect(asKind(ratings, 'items', columns)).toMatchObject({ kind: 'items', roles: { item: 1 } });
  });

  test('of people keeps every other column', () => {
    const { roles, features } = asKind(ratings, 'people', columns);
    expect(roles).toEqual({ user: 0 });
    expect(features.map(({ name }) => name)).toEqual(['b', 'c']);
  });

  test('of a graph has its columns in the usual order', () => {
    expect(asKind(ratings, 'triples', columns).roles).toEqual({ head: 0, relation: 1, tail: 2 });
  });
});
