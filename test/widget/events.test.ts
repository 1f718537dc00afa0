import { expect, test } from 'vitest';
import { eventNames, isEventKind } from '../../src/widget/events';
import { declared, namesOf } from '../fixtures/custom-elements';

test('editors are told of every event', () => {
  expect(namesOf(declared.events)).toEqual([...eventNames].sort());
});

test.each([
  ['like', true],
  ['hide', true],
  ['love', false],
  ['', false],
  [7, false],
])('that a visitor can %j an item: %j', (kind, can) => {
  expect(isEventKind(kind)).toBe(can);
});
