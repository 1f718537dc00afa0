import { expect, test } from 'vitest';
import type { Action, ActionKind } from '../../src/api';
import { isSuperseded, standsOf } from '../../src/worker/opinions';

const did = (item: string, kind: ActionKind, dataset = 'd'): Action => {
  return { dataset, item, kind, value: kind === 'rate' ? 4 : null, at: 1 };
};

test('the last word on an item stands, but for a click after it', () => {
  const log = [did('a', 'like'), did('b', 'click'), did('a', 'rate'), did('a', 'click')];
  expect(standsOf(log).map(({ item, kind }) => [item, kind])).toEqual([
    ['b', 'click'],
    ['a', 'rate'],
  ]);
});

test('what was cleared is gone, and a click may follow', () => {
  expect(standsOf([did('a', 'like'), did('a', 'clear')])).toEqual([]);
  const clicked = standsOf([did('a', 'like'), did('a', 'clear'), did('a', 'click')]);
  expect(clicked.map(({ kind }) => kind)).toEqual(['click']);
});

test('what nothing hangs on may go, and leaves all opinions as they are', () => {
  const log = [
    did('a', 'like'),
    did('a', 'rate'),
    did('a', 'click'),
    did('b', 'hide'),
    did('b', 'clear'),
    did('a', 'like', 'other'),
  ];
  expect(isSuperseded(log)).toEqual([true, false, true, true, true, false]);
  const due = isSuperseded(log);
  for (let dropped = 0; dropped <= 4; dropped++) {
    let left = dropped;
    const kept = log.filter((_action, line) => !(due[line] && left-- > 0));
    const ours = (actions: readonly Action[]) => actions.filter(({ dataset }) => dataset === 'd');
    expect(standsOf(ours(kept))).toEqual(standsOf(ours(log)));
  }
});
