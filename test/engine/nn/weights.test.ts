import { expect, test } from 'vitest';
import { behindPrefix, isOfUsers, itemTableOf, prefixed } from '../../../src/engine/nn/weights';

test('several sets of weights lie side by side under a prefix each', () => {
  const both = { ...prefixed('als', { items: 1 }), ...prefixed('als2', { items: 2, bias: 3 }) };
  expect(both).toEqual({ 'als.items': 1, 'als2.items': 2, 'als2.bias': 3 });
  expect(behindPrefix('als', both)).toEqual({ items: 1 });
});

test('tables of users are known by their name, in a part of a model too', () => {
  const names = ['users', 'users.own', 'ranker.users', 'ranker.users.own', 'userLayer', 'items'];
  expect(names.filter(isOfUsers)).toEqual([
    'users',
    'users.own',
    'ranker.users',
    'ranker.users.own',
  ]);
});

test('the vectors of the items are those of the model, or else of its ranker', () => {
  expect(itemTableOf({ items: 1, 'ranker.items': 2 })).toBe(1);
  expect(itemTableOf({ 'retriever.items': 1, 'ranker.items': 2 })).toBe(2);
  expect(itemTableOf({ bias: 1 })).toBeUndefined();
});
