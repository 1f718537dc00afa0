import { expect, test } from 'vitest';
import { tastesOf } from '../../src/visitor/tastes';
import type { VisitorEventKind } from '../../src/visitor-api';

/** What came of one item after these events. */
const after = (...kinds: VisitorEventKind[]) =>
  tastesOf(kinds.map((event, at) => ({ item: 'a', event, at })))[0];

test('who buys or likes says more than who only looks, and who dislikes says the opposite', () => {
  const [bought, clicked, viewed] = [after('buy'), after('click'), after('view')].map(valueOf);
  expect(bought).toBeGreaterThan(clicked);
  expect(clicked).toBeGreaterThan(viewed);
  expect(viewed).toBeGreaterThan(0);
  expect(after('dislike').value).toBeLessThan(after('hide').value);
  expect(after('hide').value).toBeLessThan(0);
});

const valueOf = ({ value }: { readonly value: number }): number => value;

test('looking often is not liking, and takes nothing back', () => {
  expect(after('view', 'view', 'view').value).toBe(after('view').value);
  expect(after('like', 'view').value).toBe(after('like').value);
  expect(after('dislike', 'click').value).toBe(after('dislike').value);
});

test('the newest decision counts', () => {
  expect(after('like', 'dislike').value).toBe(after('dislike').value);
  expect(after('hide', 'like')).toMatchObject({ value: 1, isDone: false });
});

test.each<[boolean, VisitorEventKind[]]>([
  [true, ['buy']],
  [true, ['buy', 'like']],
  [true, ['view', 'hide']],
  [true, ['dislike']],
  [false, ['like']],
  [false, ['cart', 'click']],
])('it is %s that the visitor is done with what saw %j', (isDone, kinds) => {
  expect(after(...kinds).isDone).toBe(isDone);
});

test('the item that was met last comes last', () => {
  const met = ['a', 'b', 'a'].map((item, at) => ({ item, event: 'view' as const, at }));
  expect(tastesOf(met).map(({ item, at }) => [item, at])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
});
