import { expect, test } from 'vitest';
import { createStore } from '../../src/client/store';

test('merges changes and tells every listener', () => {
  const store = createStore({ a: 1, b: 2 });
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.get().b));
  store.set({ b: 3 });
  expect(store.get()).toEqual({ a: 1, b: 3 });
  expect(seen).toEqual([3]);
});

test('a listener that left hears no more', () => {
  const store = createStore({ a: 1 });
  let calls = 0;
  const leave = store.subscribe(() => calls++);
  leave();
  store.set({ a: 2 });
  expect(calls).toBe(0);
});

test('states are replaced, not mutated', () => {
  const store = createStore({ a: 1 });
  const before = store.get();
  store.set({ a: 2 });
  expect(before).toEqual({ a: 1 });
});
